using Prudence.Cli.Running;

namespace Prudence.Cli;

internal static class Program
{
    private static async Task<int> Main(string[] arguments)
    {
        var terminal = Terminal.OfProcess();
        var exitCode = await CommandLine.RunAsync(arguments, terminal).ConfigureAwait(false);
        terminal.Flush();
        return exitCode;
    }
}
