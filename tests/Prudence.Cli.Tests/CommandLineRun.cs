using System.Text.Json;
using System.Text.RegularExpressions;
using Prudence.Cli.Running;

namespace Prudence.Cli.Tests;

/// <summary>Runs a command line in this process and keeps what it wrote.</summary>
internal sealed record CommandLineRun(int ExitCode, string Out, string Error)
{
    /// <summary>The output with its columns two blanks apart, however wide they are.</summary>
    public string Columns => Regex.Replace(Out, " {3,}", "  ");

    public JsonElement Json => JsonDocument.Parse(Out).RootElement;

    public static async Task<CommandLineRun> Of(params string[] arguments)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var exitCode = await CommandLine.RunAsync(arguments, new Terminal(output, error));
        return new(exitCode, output.ToString(), error.ToString());
    }
}
