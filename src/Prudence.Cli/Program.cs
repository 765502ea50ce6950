using Prudence.Cli.Running;

namespace Prudence.Cli;

internal static class Program
{
    private static int Main(string[] arguments)
    {
        var terminal = Terminal.OfProcess();
        var exitCode = CommandLine.RunAsync(arguments, terminal).GetAwaiter().GetResult();
        terminal.Flush();
        return exitCode;
    }
}
