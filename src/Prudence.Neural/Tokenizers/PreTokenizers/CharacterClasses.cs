using System.Globalization;
using System.Text;

namespace Prudence.Neural.Tokenizers.PreTokenizers;

/// <summary>Classes of characters: a table for the 16-bit plane, Unicode's categories beyond it.</summary>
internal static class CharacterClasses
{
    private static readonly CharacterClass[] Table = [.. Enumerable.Range(0, 1 << 16).Select(static unit => char.IsWhiteSpace((char)unit) ? CharacterClass.Space : Of(CharUnicodeInfo.GetUnicodeCategory((char)unit)))];

    /// <summary>The class of the character at a place, and how many UTF-16 units it takes.</summary>
    public static CharacterClass At(ReadOnlySpan<char> text, int index, out int length)
    {
        var unit = text[index];
        length = 1;
        if (char.IsHighSurrogate(unit) && index + 1 < text.Length && char.IsLowSurrogate(text[index + 1]))
        {
            length = 2;
            return Of(CharUnicodeInfo.GetUnicodeCategory(new Rune(unit, text[index + 1]).Value));
        }

        return Table[unit];
    }

    /// <summary>The end of the run of characters of one class that begins at a place.</summary>
    public static int EndOfRun(ReadOnlySpan<char> text, int start, CharacterClass wanted)
    {
        while (start < text.Length && At(text, start, out var length) == wanted)
        {
            start += length;
        }

        return start;
    }

    private static CharacterClass Of(UnicodeCategory category) => category switch
    {
        <= UnicodeCategory.OtherLetter => CharacterClass.Letter,
        UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber => CharacterClass.Number,
        _ => CharacterClass.Other,
    };
}
