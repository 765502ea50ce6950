using System.Buffers;
using System.Text;

namespace Prudence.Neural.Tokenizers.WordPiece;

/// <summary>
/// WordPiece as BERT uses it: the text is cleaned and cut at white space and punctuation, and each word becomes the longest tokens that fit, from left to
/// right; those within a word begin with <c>##</c>. Decoding puts a space in front of every word.
/// </summary>
public sealed class WordPieceTokenizer : Tokenizer
{
    private const int LongestWord = 100;
    private readonly TokenTrie beginnings = new();
    private readonly TokenTrie continuations = new();
    private readonly int unknown;
    private readonly bool uncased;

    internal WordPieceTokenizer(TokenizerDefinition definition, Vocabulary vocabulary)
        : base(vocabulary, definition.Markers, (id, bytes) => WriteBytes(vocabulary, id, bytes))
    {
        uncased = definition.Uncased;
        unknown = Markers.Unknown ?? throw new TokenizerException("WordPiece needs an unknown token, for words that no tokens make up");
        for (var id = 0; id < vocabulary.Count; id++)
        {
            if (vocabulary.IsOrdinary(id) && vocabulary.TextOf(id) is { Length: > 0 } text)
            {
                (IsContinuation(text) ? continuations : beginnings).Add(IsContinuation(text) ? text[2..] : text, id);
            }
        }
    }

    /// <inheritdoc/>
    public override bool DropsFirstSpace => true;

    /// <summary>Appends a text as models take it: the begin token, the text, the separator; what is too long is cut.</summary>
    /// <param name="text">The text; special tokens in it are ordinary text.</param>
    /// <param name="ids">Where the ids go.</param>
    /// <param name="most">The largest number of ids, both markers included; at least 2.</param>
    /// <exception cref="TokenizerException">The vocabulary has no begin token or no separator.</exception>
    public void EncodeSentence(ReadOnlySpan<char> text, IList<int> ids, int most)
    {
        ArgumentNullException.ThrowIfNull(ids);
        ArgumentOutOfRangeException.ThrowIfLessThan(most, 2);
        if (Markers is not { Begin: { } begin, Separator: { } separator })
        {
            throw new TokenizerException("the vocabulary has no begin token or no separator: a sentence needs both");
        }

        var pieces = new List<int>();
        Encode(text, pieces);
        ids.Add(begin);
        foreach (var id in pieces.Take(most - 2))
        {
            ids.Add(id);
        }

        ids.Add(separator);
    }

    private protected override void EncodeText(ReadOnlySpan<char> text, IList<int> ids)
    {
        var cleaned = new BertCleaner(uncased).Clean(text);
        for (var position = 0; position < cleaned.Length;)
        {
            var length = cleaned[position..].IndexOf(' ');
            var end = length < 0 ? cleaned.Length : position + length;
            if (end > position)
            {
                EncodeWord(cleaned[position..end], ids);
            }

            position = end + 1;
        }
    }

    private void EncodeWord(ReadOnlySpan<char> word, IList<int> ids)
    {
        Span<int> found = stackalloc int[LongestWord * 2];
        var isTooLong = word.Length > LongestWord && CountCharacters(word) > LongestWord;
        var count = 0;
        for (var position = 0; position < word.Length; count++)
        {
            var length = 0;
            var id = isTooLong ? -1 : Longest(position == 0 ? beginnings : continuations, word[position..], out length);
            if (id < 0)
            {
                ids.Add(unknown);
                return;
            }

            found[count] = id;
            position += length;
        }

        foreach (var id in found[..count])
        {
            ids.Add(id);
        }
    }

    private static int CountCharacters(ReadOnlySpan<char> word)
    {
        var characters = 0;
        foreach (var _ in word.EnumerateRunes())
        {
            characters++;
        }

        return characters;
    }

    private static int Longest(TokenTrie trie, ReadOnlySpan<char> text, out int length)
    {
        var found = -1;
        length = 0;
        var node = TokenTrie.Root;
        for (var position = 0; position < text.Length && trie.TryStep(node, text[position], out node); position++)
        {
            if (trie.IdAt(node) is >= 0 and var id)
            {
                (found, length) = (id, position + 1);
            }
        }

        return found;
    }

    private static bool IsContinuation(string text) => text.Length > 2 && text.StartsWith("##", StringComparison.Ordinal);

    private static void WriteBytes(Vocabulary vocabulary, int id, IBufferWriter<byte> bytes)
    {
        var text = vocabulary.TextOf(id);
        Encoding.UTF8.GetBytes(IsContinuation(text) && vocabulary.IsOrdinary(id) ? text.AsSpan(2) : " " + text, bytes);
    }
}
