using System.Numerics;

namespace Prudence.Planning.Grounding.Mutexes;

/// <summary>A symmetric set of pairs of facts, as a matrix of bits. A fact paired with itself stands for the fact alone.</summary>
internal sealed class PairSet
{
    private readonly ulong[] bits;

    public PairSet(int facts)
    {
        Facts = facts;
        Words = (facts + 63) / 64;
        bits = new ulong[(long)facts * Words];
    }

    /// <summary>The number of facts.</summary>
    public int Facts { get; }

    /// <summary>The number of words of a row.</summary>
    public int Words { get; }

    /// <summary>The memory that a set takes, in bytes.</summary>
    public static long Bytes(int facts) => (facts + 63L) / 64 * facts * sizeof(ulong);

    /// <summary>The facts that a fact is paired with.</summary>
    public Span<ulong> Row(int fact) => bits.AsSpan(fact * Words, Words);

    /// <summary>Whether a pair is contained.</summary>
    public bool Contains(int one, int other) => FactBits.Contains(Row(one), other);

    /// <summary>Adds a pair.</summary>
    public void Add(int one, int other)
    {
        FactBits.Add(Row(one), other);
        FactBits.Add(Row(other), one);
    }

    /// <summary>Whether the facts of a list are contained, each alone and each with each.</summary>
    public bool ContainsAll(ReadOnlySpan<int> facts)
    {
        for (var i = 0; i < facts.Length; i++)
        {
            for (var j = i; j < facts.Length; j++)
            {
                if (!Contains(facts[i], facts[j]))
                {
                    return false;
                }
            }
        }

        return true;
    }

    /// <summary>Makes this set the complement of another one.</summary>
    public void SetToComplement(PairSet other)
    {
        for (var fact = 0; fact < Facts; fact++)
        {
            var row = Row(fact);
            var theirs = other.Row(fact);
            for (var word = 0; word < Words; word++)
            {
                row[word] = ~theirs[word];
            }

            FactBits.RemoveBeyond(row, Facts);
        }
    }

    /// <summary>The number of entries: a pair of two facts counts twice.</summary>
    public long Count()
    {
        var count = 0L;
        foreach (var word in bits)
        {
            count += BitOperations.PopCount(word);
        }

        return count;
    }

    /// <summary>Drops all pairs.</summary>
    public void Clear() => Array.Clear(bits);
}
