using System.Buffers;

namespace Prudence.Neural.Tokenizers;

/// <summary>Finds special tokens in a text: the leftmost one, and the longest of those that begin there.</summary>
internal sealed class SpecialTokenMatcher
{
    private readonly TokenTrie trie = new();
    private readonly SearchValues<char> firstCharacters;

    public SpecialTokenMatcher(IEnumerable<(string Text, int Id)> tokens)
    {
        var first = new HashSet<char>();
        foreach (var (text, id) in tokens)
        {
            if (text.Length > 0)
            {
                first.Add(text[0]);
                trie.Add(text, id);
            }
        }

        firstCharacters = SearchValues.Create([.. first]);
        IsEmpty = first.Count == 0;
    }

    public bool IsEmpty { get; }

    /// <summary>Finds the next special token at <paramref name="from"/> or later.</summary>
    public bool TryFind(ReadOnlySpan<char> text, int from, SpecialTokenFilter? accepts, out int start, out int length, out int id)
    {
        (length, id) = (0, -1);
        for (start = from; start < text.Length; start++)
        {
            var offset = text[start..].IndexOfAny(firstCharacters);
            if (offset < 0)
            {
                break;
            }

            start += offset;
            if (TryMatch(text, start, accepts, out length, out id))
            {
                return true;
            }
        }

        return false;
    }

    private bool TryMatch(ReadOnlySpan<char> text, int start, SpecialTokenFilter? accepts, out int length, out int id)
    {
        (length, id) = (0, -1);
        var node = TokenTrie.Root;
        for (var position = start; position < text.Length && trie.TryStep(node, text[position], out node); position++)
        {
            var found = trie.IdAt(node);
            if (found >= 0 && (accepts is null || accepts(start, position + 1 - start, found)))
            {
                (length, id) = (position + 1 - start, found);
            }
        }

        return id >= 0;
    }
}
