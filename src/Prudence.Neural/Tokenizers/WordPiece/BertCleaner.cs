using System.Buffers;
using System.Globalization;
using System.Text;
using Prudence.Neural.Tokenizers.Normalisation;

namespace Prudence.Neural.Tokenizers.WordPiece;

/// <summary>
/// BERT's preparation of texts: control characters vanish, words are separated by spaces, ideographs and punctuation are words of their own. Without case,
/// accents vanish as well and capitals become small letters.
/// </summary>
internal sealed class BertCleaner(bool uncased)
{
    private readonly ArrayBufferWriter<char> result = new();
    private readonly List<Rune> parts = [];

    /// <summary>The words of a text, with one or more spaces between them.</summary>
    public ReadOnlySpan<char> Clean(ReadOnlySpan<char> text)
    {
        foreach (var character in text.EnumerateRunes())
        {
            if (character.IsAscii && char.IsAsciiLetterOrDigit((char)character.Value))
            {
                Append(uncased ? Rune.ToLowerInvariant(character) : character);
            }
            else if (Rune.IsWhiteSpace(character) && (character.Value is '\t' or '\n' or '\r' || !Rune.IsControl(character)))
            {
                Append(new Rune(' '));
            }
            else if (!Vanishes(character))
            {
                AppendCharacter(character);
            }
        }

        return result.WrittenSpan;
    }

    private void AppendCharacter(Rune character)
    {
        var isIdeograph = IsIdeograph(character.Value);
        parts.Clear();
        if (uncased)
        {
            UnicodeNormaliser.Decompose(character, parts);
        }
        else
        {
            parts.Add(character);
        }

        foreach (var part in parts)
        {
            if (isIdeograph || IsPunctuation(part))
            {
                Append(new Rune(' '));
                Append(part);
                Append(new Rune(' '));
            }
            else if (!uncased || Rune.GetUnicodeCategory(part) != UnicodeCategory.NonSpacingMark)
            {
                Append(uncased ? Rune.ToLowerInvariant(part) : part);
            }
        }
    }

    private void Append(Rune character) => result.Advance(character.EncodeToUtf16(result.GetSpan(2)));

    private static bool Vanishes(Rune character) => character.Value is 0 or 0xFFFD || Rune.GetUnicodeCategory(character) is
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse or UnicodeCategory.Surrogate or UnicodeCategory.OtherNotAssigned;

    private static bool IsPunctuation(Rune character) => character.IsAscii
        ? !char.IsAsciiLetterOrDigit((char)character.Value) && character.Value > ' '
        : Rune.GetUnicodeCategory(character) is UnicodeCategory.ConnectorPunctuation or UnicodeCategory.DashPunctuation or UnicodeCategory.OpenPunctuation
            or UnicodeCategory.ClosePunctuation or UnicodeCategory.InitialQuotePunctuation or UnicodeCategory.FinalQuotePunctuation or UnicodeCategory.OtherPunctuation;

    private static bool IsIdeograph(int value) => value is (>= 0x4E00 and <= 0x9FFF) or (>= 0x3400 and <= 0x4DBF) or (>= 0x20000 and <= 0x2A6DF)
        or (>= 0x2A700 and <= 0x2B73F) or (>= 0x2B740 and <= 0x2B81F) or (>= 0x2B820 and <= 0x2CEAF) or (>= 0xF900 and <= 0xFAFF) or (>= 0x2F800 and <= 0x2FA1F);
}
