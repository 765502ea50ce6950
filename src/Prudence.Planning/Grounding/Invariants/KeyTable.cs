using System.Numerics;

namespace Prudence.Planning.Grounding.Invariants;

/// <summary>Numbers the keys it is shown, from 0, in the order of their first appearance. Open addressing with linear probing.</summary>
internal sealed class KeyTable
{
    private long[] keys = new long[16];
    private int[] slots = new int[32];

    public int Count { get; private set; }

    /// <summary>Forgets all keys.</summary>
    public void Clear()
    {
        Array.Clear(slots);
        Count = 0;
    }

    /// <summary>The number of a key; a new one if it has none.</summary>
    public int FindOrAdd(long key)
    {
        var slot = SlotOf(key);
        if (slots[slot] != 0)
        {
            return slots[slot] - 1;
        }

        if (Count == keys.Length)
        {
            Grow();
            slot = SlotOf(key);
        }

        keys[Count] = key;
        slots[slot] = ++Count;
        return Count - 1;
    }

    /// <summary>The number of a key, or -1.</summary>
    public int Find(long key) => slots[SlotOf(key)] - 1;

    private int SlotOf(long key)
    {
        var mask = slots.Length - 1;
        var slot = (int)((ulong)(key * -7046029254386353131L) >> (64 - BitOperations.Log2((uint)slots.Length)));
        while (slots[slot] != 0 && keys[slots[slot] - 1] != key)
        {
            slot = (slot + 1) & mask;
        }

        return slot;
    }

    private void Grow()
    {
        Array.Resize(ref keys, 2 * keys.Length);
        slots = new int[2 * keys.Length];
        for (var i = 0; i < Count; i++)
        {
            slots[SlotOf(keys[i])] = i + 1;
        }
    }
}
