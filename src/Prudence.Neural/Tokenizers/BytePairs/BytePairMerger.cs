namespace Prudence.Neural.Tokenizers.BytePairs;

/// <summary>
/// Merges neighbouring symbols: the pair of the lowest rank first, the leftmost among equals, until no pair has a rank. Takes n log n steps for n symbols.
/// </summary>
internal sealed class BytePairMerger(PairTable merges)
{
    private readonly PriorityQueue<int, long> queue = new();
    private int[] next = new int[64];
    private int[] previous = new int[64];

    /// <summary>Merges in place; returns how many symbols are left.</summary>
    public int Merge(Span<int> symbols)
    {
        if (symbols.Length < 2)
        {
            return symbols.Length;
        }

        Link(symbols.Length);
        for (var i = 0; i + 1 < symbols.Length; i++)
        {
            Offer(symbols, i);
        }

        while (queue.TryDequeue(out var left, out var priority))
        {
            // The pair may be gone, or another one in its place. Whatever stands there with this very rank is next.
            var right = next[left];
            if (right < symbols.Length && merges.TryGet(symbols[left], symbols[right], out var rank, out var merged) && rank == (int)(priority >> 32))
            {
                Join(symbols, left, right, merged);
            }
        }

        return Compact(symbols);
    }

    private void Link(int count)
    {
        if (count > next.Length)
        {
            var size = Math.Max(count, next.Length * 2);
            (next, previous) = (new int[size], new int[size]);
        }

        for (var i = 0; i < count; i++)
        {
            (next[i], previous[i]) = (i + 1, i - 1);
        }
    }

    private void Offer(Span<int> symbols, int left)
    {
        if (merges.TryGet(symbols[left], symbols[next[left]], out var rank, out _))
        {
            queue.Enqueue(left, ((long)rank << 32) | (uint)left);
        }
    }

    private void Join(Span<int> symbols, int left, int right, int merged)
    {
        symbols[left] = merged;
        var after = next[right];
        next[left] = after;
        next[right] = int.MaxValue;
        if (after < symbols.Length)
        {
            previous[after] = left;
            Offer(symbols, left);
        }

        if (previous[left] >= 0)
        {
            Offer(symbols, previous[left]);
        }
    }

    private int Compact(Span<int> symbols)
    {
        var count = 0;
        for (var i = 0; i < symbols.Length; i = next[i])
        {
            symbols[count++] = symbols[i];
        }

        return count;
    }
}
