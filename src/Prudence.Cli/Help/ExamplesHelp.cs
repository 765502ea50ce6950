using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.Runtime.CompilerServices;

namespace Prudence.Cli.Help;

/// <summary>Adds worked examples to the help of commands.</summary>
internal static class ExamplesHelp
{
    private static readonly ConditionalWeakTable<Command, Example[]> ExamplesByCommand = [];

    /// <summary>Gives a command its examples.</summary>
    public static TCommand WithExamples<TCommand>(this TCommand command, params Example[] examples)
        where TCommand : Command
    {
        ExamplesByCommand.Add(command, examples);
        return command;
    }

    /// <summary>Makes the help option of the root, which serves all commands, show them.</summary>
    public static void Install(RootCommand root)
    {
        foreach (var option in root.Options.OfType<HelpOption>())
        {
            option.Action = new Action((SynchronousCommandLineAction)option.Action!);
        }
    }

    private sealed class Action(SynchronousCommandLineAction standard) : SynchronousCommandLineAction
    {
        public override int Invoke(ParseResult parseResult)
        {
            var exitCode = standard.Invoke(parseResult);
            if (ExamplesByCommand.TryGetValue(parseResult.CommandResult.Command, out var examples))
            {
                var output = parseResult.InvocationConfiguration.Output;
                output.WriteLine("Examples:");
                foreach (var example in examples)
                {
                    output.WriteLine($"  # {example.Purpose}");
                    output.WriteLine($"  {example.CommandLine}");
                }

                output.WriteLine();
            }

            return exitCode;
        }
    }
}
