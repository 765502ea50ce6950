using System.CommandLine;

namespace Prudence.Cli;

internal static class Program
{
    private static Task<int> Main(string[] arguments)
    {
        var root = new RootCommand("Plans, reasons and acts inside a budget, and proves both the plan and the bill.");
        return root.Parse(arguments).InvokeAsync();
    }
}
