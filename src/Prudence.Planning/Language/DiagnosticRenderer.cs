using System.Globalization;
using System.Text;

namespace Prudence.Planning.Language;

/// <summary>Turns diagnostics into messages as compilers give them: place, message, the line of the source with a mark under the place, hint.</summary>
public static class DiagnosticRenderer
{
    private const int LongestLine = 160;
    private const int ContextBefore = 60;

    /// <summary>Renders one diagnostic; plain text, several lines, without a line end behind the last.</summary>
    /// <param name="diagnostic">What to render.</param>
    /// <param name="source">The text of the file it is about; null leaves the line out.</param>
    public static string Render(Diagnostic diagnostic, string? source)
    {
        ArgumentNullException.ThrowIfNull(diagnostic);
        var position = diagnostic.Position;
        var builder = new StringBuilder();
        var severity = diagnostic.Severity switch
        {
            DiagnosticSeverity.Error => "error",
            DiagnosticSeverity.Warning => "warning",
            _ => "note",
        };
        builder.Append(CultureInfo.InvariantCulture, $"{position}: {severity}: {diagnostic.Message} [{diagnostic.Code}]");
        if (source is not null && FindLine(source, position.Line) is { } line)
        {
            AppendLine(builder, line, position);
        }

        if (diagnostic.Hint is not null)
        {
            builder.Append("\n  hint: ").Append(diagnostic.Hint);
        }

        return builder.ToString();
    }

    /// <summary>The line of a text, from 1; null if there is none. Lines end as the reader counts them: with LF, CR LF or CR.</summary>
    internal static string? FindLine(string source, int line)
    {
        var start = source is ['\uFEFF', ..] ? 1 : 0;
        for (var current = 1; ; current++)
        {
            var length = source.AsSpan(start).IndexOfAny('\n', '\r');
            var end = length < 0 ? source.Length : start + length;
            if (current == line)
            {
                return source[start..end];
            }

            if (length < 0)
            {
                return null;
            }

            start = end + (source[end] == '\r' && end + 1 < source.Length && source[end + 1] == '\n' ? 2 : 1);
        }
    }

    private static void AppendLine(StringBuilder builder, string line, SourcePosition position)
    {
        var column = Math.Clamp(position.Column - 1, 0, line.Length);
        var first = line.Length <= LongestLine ? 0 : Math.Max(0, column - ContextBefore);
        var shown = line.AsSpan(first, Math.Min(LongestLine, line.Length - first));
        var number = position.Line.ToString(CultureInfo.InvariantCulture);
        builder.Append("\n  ").Append(number).Append(" | ").Append(first > 0 ? "..." : "");
        foreach (var c in shown)
        {
            builder.Append(c == '\t' ? ' ' : char.IsControl(c) ? '?' : c);
        }

        builder.Append(first + shown.Length < line.Length ? "..." : "");
        builder.Append("\n  ").Append(' ', number.Length).Append(" | ").Append(' ', column - first + (first > 0 ? 3 : 0)).Append('^');
        builder.Append('~', Math.Max(0, TokenLength(line.AsSpan(column)) - 1));
    }

    /// <summary>The length of the name that begins here, not longer than can be shown; zero or one for anything else.</summary>
    private static int TokenLength(ReadOnlySpan<char> rest)
    {
        var length = 0;
        while (length < Math.Min(rest.Length, ContextBefore) && rest[length] is not ('(' or ')' or ';') && !char.IsWhiteSpace(rest[length]))
        {
            length++;
        }

        return length;
    }
}
