using System.Text;

namespace Prudence.Neural.Tokenizers.Normalisation;

/// <summary>Unicode's canonical forms: decomposed (NFD) and composed (NFC).</summary>
internal static class UnicodeNormaliser
{
    private const int FirstSyllable = 0xAC00;
    private const int Syllables = 11172;
    private const int FirstLead = 0x1100;
    private const int FirstVowel = 0x1161;
    private const int FirstTrail = 0x11A7;
    private const int Leads = 19;
    private const int Vowels = 21;
    private const int Trails = 28;

    /// <summary>Whether composing might change a text: below U+0300 nothing changes.</summary>
    public static bool NeedsWork(ReadOnlySpan<char> text) => text.ContainsAnyExceptInRange('\0', '\u02FF');

    /// <summary>Appends a character's full decomposition, in the order of the table.</summary>
    public static void Decompose(Rune character, List<Rune> target)
    {
        var syllable = character.Value - FirstSyllable;
        if (syllable is >= 0 and < Syllables)
        {
            target.Add(new Rune(FirstLead + (syllable / (Vowels * Trails))));
            target.Add(new Rune(FirstVowel + (syllable / Trails % Vowels)));
            if (syllable % Trails > 0)
            {
                target.Add(new Rune(FirstTrail + (syllable % Trails)));
            }
        }
        else if (character.IsAscii || !UnicodeTables.TryDecompose(character.Value, out var parts))
        {
            target.Add(character);
        }
        else
        {
            Decompose(new Rune(parts.First), target);
            if (parts.Second != 0)
            {
                Decompose(new Rune(parts.Second), target);
            }
        }
    }

    /// <summary>The composed form of a text.</summary>
    public static string Compose(ReadOnlySpan<char> text)
    {
        var characters = new List<Rune>(text.Length);
        foreach (var character in text.EnumerateRunes())
        {
            Decompose(character, characters);
        }

        SortMarks(characters);
        return Join(characters);
    }

    // Marks between two characters of class 0 go in the order of their classes; equal ones keep theirs.
    private static void SortMarks(List<Rune> characters)
    {
        for (var i = 1; i < characters.Count; i++)
        {
            var mark = characters[i];
            var order = UnicodeTables.ClassOf(mark.Value);
            var place = i;
            while (order > 0 && place > 0 && UnicodeTables.ClassOf(characters[place - 1].Value) > order)
            {
                characters[place] = characters[place - 1];
                place--;
            }

            characters[place] = mark;
        }
    }

    private static string Join(List<Rune> characters)
    {
        var composed = new List<Rune>(characters.Count);
        var starter = -1;
        foreach (var character in characters)
        {
            var order = UnicodeTables.ClassOf(character.Value);
            var before = composed.Count > 0 && starter != composed.Count - 1 ? UnicodeTables.ClassOf(composed[^1].Value) : 0;
            var isBlocked = starter < 0 || (starter != composed.Count - 1 && before >= order);
            if (!isBlocked && TryCompose(composed[starter], character, out var joined))
            {
                composed[starter] = joined;
                continue;
            }

            starter = order == 0 ? composed.Count : starter;
            composed.Add(character);
        }

        var result = new StringBuilder();
        composed.ForEach(character => result.Append(character));
        return result.ToString();
    }

    private static bool TryCompose(Rune first, Rune second, out Rune joined)
    {
        var (lead, vowel, trail) = (first.Value - FirstLead, second.Value - FirstVowel, second.Value - FirstTrail);
        var syllable = first.Value - FirstSyllable;
        var value = lead is >= 0 and < Leads && vowel is >= 0 and < Vowels ? FirstSyllable + (((lead * Vowels) + vowel) * Trails)
            : syllable is >= 0 and < Syllables && syllable % Trails == 0 && trail is > 0 and < Trails ? first.Value + trail
            : UnicodeTables.TryCompose(first.Value, second.Value, out var found) ? found
            : -1;
        joined = value < 0 ? default : new Rune(value);
        return value >= 0;
    }
}
