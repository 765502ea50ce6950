using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Prudence.Cli.Help;

/// <summary>
/// <c>--help</c> of every command, with worked examples below. The library's own option of that name, as its root command, reads its
/// description from a resource of its assembly whenever the program starts, which takes longer than parsing the command line.
/// </summary>
internal static class HelpSwitch
{
    public static Option<bool> Create() => new("--help", "-h", "-?", "/h", "/?")
    {
        Description = "Show help and usage information",
        Recursive = true,
        Arity = ArgumentArity.Zero,
        Action = new ShowHelp(),
    };

    private sealed class ShowHelp : SynchronousCommandLineAction
    {
        public override bool ClearsParseErrors => true;

        public override int Invoke(ParseResult parseResult)
        {
            var exitCode = new HelpAction().Invoke(parseResult);
            Examples.Write(parseResult.CommandResult.Command, parseResult.InvocationConfiguration.Output);
            return exitCode;
        }
    }
}
