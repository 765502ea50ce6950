namespace Prudence.Cli.Help;

/// <summary>A command line worth knowing.</summary>
/// <param name="Purpose">What one wants to do.</param>
/// <param name="CommandLine">How to do it.</param>
internal sealed record Example(string Purpose, string CommandLine);
