using System.Numerics;
using System.Runtime.CompilerServices;
using Prudence.Budgeting;

namespace Prudence.Planning.Grounding.Reachability;

/// <summary>Distinct integer tuples of one length, numbered in the order they were added; one flat array and one open-addressing table.</summary>
internal sealed class TupleSet(int arity, StopSignal? stop = null)
{
    private const int InitialSlots = 16;

    private int[] items = new int[arity * 4];
    private int[] slots = new int[InitialSlots];

    public int Arity => arity;

    public int Count { get; private set; }

    /// <summary>All tuples, one after the other; may be longer than they are.</summary>
    public int[] Items => items;

    /// <summary>The tuple of a number.</summary>
    public ReadOnlySpan<int> this[int id] => new(items, id * arity, arity);

    /// <summary>Adds a tuple; false, and its number, if it is there already.</summary>
    public bool TryAdd(ReadOnlySpan<int> tuple, out int id)
    {
        var slot = (int)Hash(tuple) & (slots.Length - 1);
        while (slots[slot] != 0)
        {
            id = slots[slot] - 1;
            if (Matches(id, tuple))
            {
                return false;
            }

            slot = (slot + 1) & (slots.Length - 1);
        }

        id = Count;
        slots[slot] = id + 1;
        Append(tuple);
        if (Count * 2 > slots.Length)
        {
            Rehash();
        }

        return true;
    }

    /// <summary>The number of a tuple, or -1.</summary>
    public int Find(ReadOnlySpan<int> tuple)
    {
        var slot = (int)Hash(tuple) & (slots.Length - 1);
        while (slots[slot] != 0)
        {
            var id = slots[slot] - 1;
            if (Matches(id, tuple))
            {
                return id;
            }

            slot = (slot + 1) & (slots.Length - 1);
        }

        return -1;
    }

    /// <summary>Adds a tuple that will never be looked for. Not to be mixed with <see cref="TryAdd"/>.</summary>
    public void Append(ReadOnlySpan<int> tuple)
    {
        var start = Count * arity;
        if (start + arity > items.Length)
        {
            Array.Resize(ref items, GrowthGuard.NextLength(stop, items.Length, (long)start + arity));
        }

        tuple.CopyTo(new Span<int>(items, start, arity));
        Count++;
    }

    private static uint Hash(ReadOnlySpan<int> tuple)
    {
        var hash = 0x9E3779B97F4A7C15ul;
        foreach (var item in tuple)
        {
            hash = (BitOperations.RotateLeft(hash, 23) ^ (uint)item) * 0x9E3779B97F4A7C15ul;
        }

        return (uint)(hash >> 32);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool Matches(int id, ReadOnlySpan<int> tuple)
    {
        var start = id * arity;
        for (var i = 0; i < tuple.Length; i++)
        {
            if (items[start + i] != tuple[i])
            {
                return false;
            }
        }

        return true;
    }

    private void Rehash()
    {
        GrowthGuard.Reserve(stop, slots.Length * 2L);
        slots = new int[slots.Length * 2];
        for (var id = 0; id < Count; id++)
        {
            var slot = (int)Hash(this[id]) & (slots.Length - 1);
            while (slots[slot] != 0)
            {
                slot = (slot + 1) & (slots.Length - 1);
            }

            slots[slot] = id + 1;
        }
    }
}
