using System.CommandLine;

namespace Prudence.Cli;

/// <summary>Options of every command.</summary>
internal static class GlobalOptions
{
    public static Option<bool> Json { get; } = new("--json")
    {
        Description = "Write one JSON object to standard output; messages go to standard error.",
        Recursive = true,
    };

    public static Option<bool> Verbose { get; } = new("--verbose")
    {
        Description = "Show more, among it the details of internal errors.",
        Recursive = true,
    };
}
