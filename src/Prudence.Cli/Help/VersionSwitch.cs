using System.CommandLine;
using System.CommandLine.Invocation;
using System.Reflection;
using Prudence.Cli.Running;

namespace Prudence.Cli.Help;

/// <summary><c>--version</c>; not the library's own for the reason given at <see cref="HelpSwitch"/>.</summary>
internal static class VersionSwitch
{
    public static Option<bool> Create() => new("--version")
    {
        Description = "Show version information",
        Arity = ArgumentArity.Zero,
        Action = new ShowVersion(),
    };

    private sealed class ShowVersion : SynchronousCommandLineAction
    {
        public override int Invoke(ParseResult parseResult)
        {
            var version = typeof(VersionSwitch).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;
            parseResult.InvocationConfiguration.Output.WriteLine(version.Split('+')[0]);
            return ExitCode.Success;
        }
    }
}
