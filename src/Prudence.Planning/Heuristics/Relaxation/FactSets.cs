using Prudence.Planning.Grounding;

namespace Prudence.Planning.Heuristics.Relaxation;

/// <summary>Distinct sets of facts, numbered in the order in which they were first seen.</summary>
internal sealed class FactSets
{
    private readonly IntBuffer items = new(1024);
    private readonly IntBuffer starts = new(256);
    private int[] table = NewTable(1024);

    public FactSets() => starts.Add(0);

    /// <summary>The number of sets.</summary>
    public int Count => starts.Count - 1;

    /// <summary>The facts of a set in ascending order.</summary>
    public ReadOnlySpan<int> this[int set] => items.Span[starts[set]..starts[set + 1]];

    /// <summary>The number of facts in a set.</summary>
    public int Size(int set) => starts[set + 1] - starts[set];

    /// <summary>The number of a set, which is added if it is new.</summary>
    /// <param name="facts">Its facts in ascending order, without duplicates.</param>
    public int Intern(ReadOnlySpan<int> facts)
    {
        var slot = Slot(facts);
        if (table[slot] >= 0)
        {
            return table[slot];
        }

        var set = Count;
        items.AddRange(facts);
        starts.Add(items.Count);
        table[slot] = set;
        if (Count * 2 > table.Length)
        {
            Rehash();
        }

        return set;
    }

    /// <summary>The number of a set; -1 if it was never added.</summary>
    public int Find(ReadOnlySpan<int> facts) => table[Slot(facts)];

    private static int[] NewTable(int size)
    {
        var table = new int[size];
        Array.Fill(table, -1);
        return table;
    }

    private static uint Hash(ReadOnlySpan<int> facts)
    {
        var hash = 0x9E3779B97F4A7C15UL;
        foreach (var fact in facts)
        {
            hash = (hash ^ (uint)fact) * 0xFF51AFD7ED558CCDUL;
            hash ^= hash >> 32;
        }

        return (uint)hash;
    }

    private int Slot(ReadOnlySpan<int> facts)
    {
        var mask = table.Length - 1;
        var slot = (int)(Hash(facts) & (uint)mask);
        while (table[slot] >= 0 && !this[table[slot]].SequenceEqual(facts))
        {
            slot = (slot + 1) & mask;
        }

        return slot;
    }

    private void Rehash()
    {
        table = NewTable(table.Length * 2);
        for (var set = 0; set < Count; set++)
        {
            table[Slot(this[set])] = set;
        }
    }
}
