using Prudence.Neural.Templates.Values;

namespace Prudence.Neural.Templates.Evaluation;

/// <summary>Operations on texts that filters and methods share. Cut texts keep their marks.</summary>
internal static class TextOperations
{
    public static MarkedText Strip(MarkedText text, string? characters, bool atStart = true, bool atEnd = true)
    {
        var (start, end) = (0, text.Length);
        while (atStart && start < end && IsStripped(text.Text[start], characters))
        {
            start++;
        }

        while (atEnd && end > start && IsStripped(text.Text[end - 1], characters))
        {
            end--;
        }

        return text.Slice(start, end - start);
    }

    /// <summary>Parts between separators, or between white space if there is no separator.</summary>
    public static ListValue Split(MarkedText text, string? separator, long most, RenderMeter meter)
    {
        var parts = new List<TemplateValue>();
        var start = separator is null ? SkipSpace(text.Text, 0) : 0;
        while (most < 0 || parts.Count < most)
        {
            var (end, next) = separator is null ? FindSpace(text.Text, start) : FindSeparator(text.Text, separator, start);
            if (end < 0)
            {
                break;
            }

            parts.Add(new TextValue(text.Slice(start, end - start)));
            start = next;
        }

        if (separator is not null || start < text.Length)
        {
            var rest = text.Slice(start, text.Length - start);
            parts.Add(new TextValue(separator is null ? Strip(rest, null, atStart: false) : rest));
        }

        meter.Step(parts.Count);
        meter.Text(text.Length);
        return new ListValue(parts);
    }

    /// <summary>As <see cref="Split"/> with a limit, but from the end.</summary>
    public static ListValue SplitFromEnd(MarkedText text, string separator, long most, RenderMeter meter)
    {
        var all = Split(text, separator, -1, meter).Items;
        if (most < 0 || all.Count - 1 <= most)
        {
            return new ListValue(all);
        }

        var joined = all.Count - (int)most;
        var first = all.Take(joined).Sum(static part => ((TextValue)part).Value.Length) + ((joined - 1) * separator.Length);
        return new ListValue([new TextValue(text.Slice(0, first)), .. all.Skip(joined)]);
    }

    /// <summary>Every occurrence replaced, or the first ones; what stays keeps its marks.</summary>
    public static MarkedText Replace(MarkedText text, MarkedText old, MarkedText replacement, long? most, RenderMeter meter)
    {
        if (old.Length == 0)
        {
            throw meter.Wrong("an empty text cannot be replaced");
        }

        var result = new MarkedTextBuilder();
        var start = 0;
        for (var count = 0L; most is null or < 0 || count < most; count++)
        {
            var found = text.Text.IndexOf(old.Text, start, StringComparison.Ordinal);
            if (found < 0)
            {
                break;
            }

            result.Append(text.Slice(start, found - start)).Append(replacement);
            meter.CheckLength(result.Length);
            start = found + old.Length;
        }

        result.Append(text.Slice(start, text.Length - start));
        meter.Text(result.Length);
        return result.ToText();
    }

    /// <summary>The first character a capital, the others small.</summary>
    public static MarkedText Capitalize(MarkedText text) =>
        text.Map(text.Length == 0 ? "" : char.ToUpperInvariant(text.Text[0]) + text.Text[1..].ToLowerInvariant());

    /// <summary>The first letter of every word a capital, the others small.</summary>
    public static MarkedText Title(MarkedText text)
    {
        var characters = text.Text.ToCharArray();
        for (var i = 0; i < characters.Length; i++)
        {
            characters[i] = i > 0 && char.IsLetter(characters[i - 1]) ? char.ToLowerInvariant(characters[i]) : char.ToUpperInvariant(characters[i]);
        }

        return text.Map(new string(characters));
    }

    private static bool IsStripped(char character, string? characters) =>
        characters is null ? char.IsWhiteSpace(character) || character is >= '\x1c' and <= '\x1f' : characters.Contains(character, StringComparison.Ordinal);

    private static int SkipSpace(string text, int start)
    {
        while (start < text.Length && IsStripped(text[start], null))
        {
            start++;
        }

        return start;
    }

    private static (int End, int Next) FindSpace(string text, int start)
    {
        var end = start;
        while (end < text.Length && !IsStripped(text[end], null))
        {
            end++;
        }

        return end == text.Length ? (-1, -1) : (end, SkipSpace(text, end));
    }

    private static (int End, int Next) FindSeparator(string text, string separator, int start) =>
        text.IndexOf(separator, start, StringComparison.Ordinal) is >= 0 and var end ? (end, end + separator.Length) : (-1, -1);
}
