using Prudence.Planning.Language.Reading;

namespace Prudence.Planning.Language.Syntax;

/// <summary>Takes names from the text and reports characters that names cannot have, once per name.</summary>
internal sealed class CharacterCheck(SyntaxTree tree, DiagnosticBag diagnostics)
{
    private const string Punctuation = ",\"'`{}[]\\|";
    private int checkedNames;

    /// <summary>The number of the name; negative if nothing is left of it without the forbidden characters.</summary>
    public int Intern(ReadOnlySpan<char> text, SourcePosition position)
    {
        var number = tree.Names.Intern(text);
        if (number < checkedNames)
        {
            return tree.Names.Replacement(number);
        }

        checkedNames = number + 1;
        var bad = IndexOfForbidden(text);
        if (bad >= 0)
        {
            if (diagnostics.IsFull)
            {
                return number;
            }

            var place = position with { Column = position.Column + bad };
            diagnostics.Error(DiagnosticCodes.UnexpectedCharacter, place, $"the character {Show(text[bad])} cannot stand in PDDL", "remove it; names are separated by blanks");
            var replacement = Clean(text);
            var other = replacement.Length == 0 ? -1 : tree.Names.Intern(replacement);
            tree.Names.Replace(number, other);
            checkedNames = Math.Max(checkedNames, other + 1);
            return other;
        }

        var unusual = IndexOfUnusual(text);
        if (unusual >= 0 && diagnostics.IsFirst(DiagnosticCodes.UnusualName, ""))
        {
            diagnostics.Warning(
                DiagnosticCodes.UnusualName, position, $"the name {Quotation.Of(text.ToString())} has the character {Show(text[unusual])}; standard names have letters, digits, `-` and `_`");
        }

        return number;
    }

    private static int IndexOfForbidden(ReadOnlySpan<char> text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsSurrogate(c) && i + 1 < text.Length && char.IsSurrogatePair(c, text[i + 1]))
            {
                i++;
            }
            else if (char.IsControl(c) || char.IsSurrogate(c) || c is '\uFFFE' or '\uFFFF' or '\uFEFF' || Punctuation.Contains(c))
            {
                return i;
            }
        }

        return -1;
    }

    private static int IndexOfUnusual(ReadOnlySpan<char> text)
    {
        var isNumber = text[0] is '-' or (>= '0' and <= '9');
        for (var i = text[0] is '?' or ':' or '#' ? 1 : 0; i < text.Length; i++)
        {
            if (!(char.IsAsciiLetterOrDigit(text[i]) || text[i] is '-' or '_' || (text[i] == '.' && isNumber)))
            {
                return Keywords.IsOperator(text.ToString()) ? -1 : i;
            }
        }

        return -1;
    }

    private static ReadOnlySpan<char> Clean(ReadOnlySpan<char> text)
    {
        var kept = new System.Text.StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (IndexOfForbidden([c]) < 0)
            {
                kept.Append(c);
            }
        }

        return kept.ToString();
    }

    private static string Show(char c) => char.IsControl(c) || char.IsSurrogate(c) || c >= 0x7f ? $"U+{(int)c:X4}" : $"`{c}`";
}
