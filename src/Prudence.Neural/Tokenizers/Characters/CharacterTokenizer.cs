using System.Globalization;
using System.Text;

namespace Prudence.Neural.Tokenizers.Characters;

/// <summary>One token for each character (Unicode scalar value) of a text, in the order of their numbers.</summary>
public sealed class CharacterTokenizer : Tokenizer
{
    private readonly Dictionary<int, int> idOfCharacter = [];

    /// <summary>A tokenizer of the given characters; a character's id is its place in the list.</summary>
    /// <exception cref="TokenizerException">There is none, or one is there twice.</exception>
    public CharacterTokenizer(IReadOnlyList<Rune> characters)
        : this(new Vocabulary([.. (characters ?? throw new ArgumentNullException(nameof(characters))).Select(static character => character.ToString())]))
    {
        for (var id = 0; id < characters.Count; id++)
        {
            if (!idOfCharacter.TryAdd(characters[id].Value, id))
            {
                throw new TokenizerException($"{Name(characters[id])} is in the vocabulary twice");
            }
        }
    }

    private CharacterTokenizer(Vocabulary vocabulary)
        : base(vocabulary, new MarkerIds(), (id, bytes) => Encoding.UTF8.GetBytes(vocabulary.TextOf(id), bytes))
    {
    }

    /// <summary>A tokenizer of the characters that occur in a text.</summary>
    /// <exception cref="TokenizerException">The text is empty.</exception>
    public static CharacterTokenizer FromText(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new CharacterTokenizer([.. text.EnumerateRunes().Distinct().Order()]);
    }

    /// <summary>Appends one id for each character.</summary>
    /// <exception cref="TokenizerException">A character is not in the vocabulary.</exception>
    private protected override void EncodeText(ReadOnlySpan<char> text, IList<int> ids)
    {
        foreach (var character in text.EnumerateRunes())
        {
            ids.Add(idOfCharacter.TryGetValue(character.Value, out var id) ? id
                : throw new TokenizerException($"{Name(character)} is not in the vocabulary: it has {VocabularySize} characters, those of the text it was made from"));
        }
    }

    private static string Name(Rune character) => string.Create(CultureInfo.InvariantCulture, $"the character {Vocabulary.Quote(character.ToString())} (U+{character.Value:X4})");
}
