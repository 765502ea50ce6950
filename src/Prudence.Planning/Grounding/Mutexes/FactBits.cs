namespace Prudence.Planning.Grounding.Mutexes;

/// <summary>A set of facts as bits.</summary>
internal static class FactBits
{
    public static bool Contains(ReadOnlySpan<ulong> bits, int fact) => (bits[fact >> 6] >> fact & 1) != 0;

    public static void Add(Span<ulong> bits, int fact) => bits[fact >> 6] |= 1UL << fact;

    /// <summary>Keeps what another set has too.</summary>
    public static void Intersect(Span<ulong> bits, ReadOnlySpan<ulong> other)
    {
        for (var word = 0; word < bits.Length; word++)
        {
            bits[word] &= other[word];
        }
    }

    /// <summary>Removes what another set has.</summary>
    public static void Subtract(Span<ulong> bits, ReadOnlySpan<ulong> other)
    {
        for (var word = 0; word < bits.Length; word++)
        {
            bits[word] &= ~other[word];
        }
    }

    /// <summary>Removes the facts from <paramref name="start"/> up to, but not including, <paramref name="end"/>.</summary>
    public static void RemoveRange(Span<ulong> bits, int start, int end)
    {
        for (var word = start >> 6; word << 6 < end; word++)
        {
            bits[word] &= ~Mask(word, start, end);
        }
    }

    /// <summary>The number of facts in a range, counted no further than two, and the first of them.</summary>
    public static int CountUpToTwo(ReadOnlySpan<ulong> bits, int start, int end, out int first)
    {
        var count = 0;
        first = -1;
        for (var word = start >> 6; word << 6 < end && count < 2; word++)
        {
            var inside = bits[word] & Mask(word, start, end);
            if (inside != 0)
            {
                first = count == 0 ? (word << 6) + System.Numerics.BitOperations.TrailingZeroCount(inside) : first;
                count += (inside & (inside - 1)) == 0 ? 1 : 2;
            }
        }

        return Math.Min(count, 2);
    }

    /// <summary>Removes bits that stand for no fact.</summary>
    public static void RemoveBeyond(Span<ulong> bits, int facts)
    {
        if ((facts & 63) != 0)
        {
            bits[^1] &= (1UL << (facts & 63)) - 1;
        }
    }

    private static ulong Mask(int word, int start, int end)
    {
        var first = word << 6;
        var mask = start > first ? ulong.MaxValue << (start - first) : ulong.MaxValue;
        return end - first < 64 ? mask & ((1UL << (end - first)) - 1) : mask;
    }
}
