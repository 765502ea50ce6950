namespace Prudence.Cli.Output;

/// <summary>How a line sounds.</summary>
internal enum Tone
{
    Neutral,
    Good,
    Bad,
    Quiet,
}
