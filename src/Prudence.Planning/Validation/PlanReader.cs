using System.Buffers;
using System.Collections.Immutable;
using Prudence.Planning.Language;

namespace Prudence.Planning.Validation;

/// <summary>
/// Reads plans as planning competitions write them: a step in parentheses per line. Blank lines, comments after <c>;</c>, upper case,
/// start times (<c>0.000:</c>) and durations (<c>[1]</c>) are accepted.
/// </summary>
public static class PlanReader
{
    private static readonly SearchValues<char> NumberCharacters = SearchValues.Create("0123456789.");

    /// <summary>Reads a plan.</summary>
    /// <param name="text">The text.</param>
    /// <param name="file">What diagnostics call it.</param>
    /// <returns>The plan, or every line that is not a step.</returns>
    public static PddlReadResult<Plan> Read(string text, string file)
    {
        ArgumentNullException.ThrowIfNull(text);
        var steps = ImmutableArray.CreateBuilder<PlanStep>();
        var diagnostics = ImmutableArray.CreateBuilder<Diagnostic>();
        var number = 0;
        var rest = text.AsSpan(text is ['\uFEFF', ..] ? 1 : 0);
        while (TakeLine(ref rest, out var line))
        {
            number++;
            var comment = line.IndexOf(';');
            var content = comment < 0 ? line : line[..comment];
            if (content.IsWhiteSpace())
            {
                continue;
            }

            if (ReadStep(content) is { } step)
            {
                steps.Add(step);
            }
            else
            {
                var column = content.Length - content.TrimStart().Length + 1;
                diagnostics.Add(new Diagnostic(
                    DiagnosticSeverity.Error,
                    "plan-step",
                    new SourcePosition(file, number, column),
                    $"a step in parentheses was expected, `{Shorten(content.Trim())}` found",
                    "write one action per line, such as (pick-up b1)"));
            }
        }

        return new PddlReadResult<Plan>(diagnostics.Count == 0 ? new Plan(steps.ToImmutable()) : null, diagnostics.ToImmutable());
    }

    /// <summary>Takes the next line off the text. Lines end with LF, CR LF or CR and nothing else, as in PDDL and in what shows places in files.</summary>
    private static bool TakeLine(ref ReadOnlySpan<char> rest, out ReadOnlySpan<char> line)
    {
        if (rest.IsEmpty)
        {
            line = default;
            return false;
        }

        var length = rest.IndexOfAny('\n', '\r');
        line = length < 0 ? rest : rest[..length];
        var end = length >= 0 && rest[length..] is ['\r', '\n', ..] ? 2 : 1;
        rest = length < 0 ? default : rest[(length + end)..];
        return true;
    }

    private static PlanStep? ReadStep(ReadOnlySpan<char> line)
    {
        var open = line.IndexOf('(');
        var close = line.LastIndexOf(')');
        if (open < 0 || close < open || !IsStartTime(line[..open].Trim()) || !IsDuration(line[(close + 1)..].Trim()))
        {
            return null;
        }

        var inner = line[(open + 1)..close];
        return inner.IsWhiteSpace() || inner.IndexOfAny('(', ')') >= 0 ? null : PlanStep.Parse(inner.ToString());
    }

    private static bool IsStartTime(ReadOnlySpan<char> text) => text.IsEmpty || (text[^1] == ':' && text[..^1].Trim().IndexOfAnyExcept(NumberCharacters) < 0);

    private static bool IsDuration(ReadOnlySpan<char> text) =>
        text.IsEmpty || (text[0] == '[' && text[^1] == ']' && text[1..^1].Trim().IndexOfAnyExcept(NumberCharacters) < 0);

    private static string Shorten(ReadOnlySpan<char> text) => text.Length <= 60 ? text.ToString() : string.Concat(text[..57], "...");
}
