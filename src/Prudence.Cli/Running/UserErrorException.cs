namespace Prudence.Cli.Running;

/// <summary>Something the person at the keyboard can put right. Shown as one line, with a hint where there is one.</summary>
internal sealed class UserErrorException(int exitCode, string message, string? hint = null) : Exception(message)
{
    public int ExitCode { get; } = exitCode;

    public string? Hint { get; } = hint;
}
