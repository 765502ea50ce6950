using System.CommandLine;
using System.Runtime.CompilerServices;

namespace Prudence.Cli.Help;

/// <summary>Worked examples of commands, for their help.</summary>
internal static class Examples
{
    private static readonly ConditionalWeakTable<Command, Example[]> ByCommand = [];

    /// <summary>Gives a command its examples.</summary>
    public static TCommand WithExamples<TCommand>(this TCommand command, params Example[] examples)
        where TCommand : Command
    {
        ByCommand.Add(command, examples);
        return command;
    }

    /// <summary>Writes the examples of a command, if it has any.</summary>
    public static void Write(Command command, TextWriter output)
    {
        if (!ByCommand.TryGetValue(command, out var examples))
        {
            return;
        }

        output.WriteLine("Examples:");
        foreach (var example in examples)
        {
            output.WriteLine($"  # {example.Purpose}");
            output.WriteLine($"  {example.CommandLine}");
        }

        output.WriteLine();
    }
}
