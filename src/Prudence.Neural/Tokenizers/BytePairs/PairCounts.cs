using System.Runtime.InteropServices;

namespace Prudence.Neural.Tokenizers.BytePairs;

/// <summary>How often each pair of neighbouring tokens occurs in the training text, kept up to date while pairs are merged.</summary>
internal sealed class PairCounts
{
    private readonly List<CountedWord> words;
    private readonly Dictionary<(int Left, int Right), long> counts = [];
    private readonly Dictionary<(int Left, int Right), HashSet<int>> wordsOfPair = [];
    private readonly PriorityQueue<(int Left, int Right), (long NegativeCount, int Left, int Right)> queue = new();

    public PairCounts(List<CountedWord> words)
    {
        this.words = words;
        for (var word = 0; word < words.Count; word++)
        {
            Change(word, 1, []);
        }

        foreach (var (pair, count) in counts)
        {
            queue.Enqueue(pair, (-count, pair.Left, pair.Right));
        }
    }

    /// <summary>The most frequent pair; it is not offered again unless its count changes.</summary>
    public bool TryTakeBest(long minimum, out int left, out int right)
    {
        while (queue.TryDequeue(out var pair, out var priority))
        {
            // Counts that have changed since stand in the queue a second time.
            if (counts.GetValueOrDefault(pair) == -priority.NegativeCount && -priority.NegativeCount >= minimum)
            {
                (left, right) = pair;
                return true;
            }
        }

        (left, right) = (0, 0);
        return false;
    }

    /// <summary>Puts a token in the place of every occurrence of a pair, from left to right.</summary>
    public void Merge(int left, int right, int merged)
    {
        var changed = new HashSet<(int Left, int Right)>();
        wordsOfPair.Remove((left, right), out var affected);
        foreach (var word in affected ?? [])
        {
            Change(word, -1, changed);
            Replace(words[word].Symbols, left, right, merged);
            Change(word, 1, changed);
        }

        foreach (var pair in changed)
        {
            if (counts.GetValueOrDefault(pair) is > 0 and var count)
            {
                queue.Enqueue(pair, (-count, pair.Left, pair.Right));
            }
            else
            {
                counts.Remove(pair);
                wordsOfPair.Remove(pair);
            }
        }
    }

    private void Change(int word, int sign, HashSet<(int Left, int Right)> changed)
    {
        var (symbols, count) = words[word];
        for (var i = 0; i + 1 < symbols.Count; i++)
        {
            var pair = (symbols[i], symbols[i + 1]);
            CollectionsMarshal.GetValueRefOrAddDefault(counts, pair, out _) += sign * count;
            changed.Add(pair);
            if (sign > 0)
            {
                (CollectionsMarshal.GetValueRefOrAddDefault(wordsOfPair, pair, out _) ??= []).Add(word);
            }
        }
    }

    private static void Replace(List<int> symbols, int left, int right, int merged)
    {
        var count = 0;
        for (var i = 0; i < symbols.Count; i++)
        {
            var isPair = i + 1 < symbols.Count && symbols[i] == left && symbols[i + 1] == right;
            symbols[count++] = isPair ? merged : symbols[i];
            i += isPair ? 1 : 0;
        }

        symbols.RemoveRange(count, symbols.Count - count);
    }
}
