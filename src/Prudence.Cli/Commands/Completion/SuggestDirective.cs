using System.CommandLine;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Prudence.Cli.Commands.Completion;

/// <summary><c>[suggest:POSITION] LINE</c>, which the scripts ask: how may the line go on at the position?</summary>
internal static class SuggestDirective
{
    private const string Start = "[suggest:";

    /// <summary>Whether a command line is such a question.</summary>
    public static bool TryRead(string[] arguments, out int position, [NotNullWhen(true)] out string? line)
    {
        position = 0;
        line = arguments.Length > 1 ? arguments[1] : "";
        return arguments.Length > 0
            && arguments[0].StartsWith(Start, StringComparison.Ordinal)
            && arguments[0].EndsWith(']')
            && int.TryParse(arguments[0].AsSpan(Start.Length..^1), NumberStyles.None, CultureInfo.InvariantCulture, out position);
    }

    /// <summary>Writes the completions, one to a line. The line begins with the program, by whatever path it was called.</summary>
    public static void Answer(Command root, int position, string line, TextWriter output)
    {
        var program = line.IndexOf(' ', StringComparison.Ordinal) is >= 0 and var end ? end : line.Length;
        var arguments = line[program..];
        foreach (var completion in root.Parse(root.Name + arguments).GetCompletions(Math.Max(0, position - program) + root.Name.Length))
        {
            output.WriteLine(completion.Label);
        }
    }
}
