using System.Numerics;

namespace Prudence.Neural.Tokenizers;

/// <summary>A hash table from pairs of numbers to pairs of numbers; the first value given for a key stays.</summary>
internal sealed class PairTable
{
    private const ulong Empty = ulong.MaxValue;
    private Slot[] slots;
    private int shift;

    public PairTable(int expected)
    {
        var size = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(16, Math.Min(expected, 1 << 29) * 2));
        slots = Create(size);
    }

    public int Count { get; private set; }

    public bool TryGet(int first, int second, out int value, out int more)
    {
        var key = KeyOf(first, second);
        ref readonly var slot = ref slots[Find(key)];
        (value, more) = (slot.Value, slot.More);
        return slot.Key == key;
    }

    public void Add(int first, int second, int value, int more)
    {
        if (Count * 2 >= slots.Length)
        {
            Grow();
        }

        var key = KeyOf(first, second);
        ref var slot = ref slots[Find(key)];
        if (slot.Key == Empty)
        {
            slot = new Slot(key, value, more);
            Count++;
        }
    }

    // The pair (-1, -1) would be the empty key; neither tokens nor nodes nor characters make it.
    private static ulong KeyOf(int first, int second) => ((ulong)(uint)first << 32) | (uint)second;

    private int Find(ulong key)
    {
        var index = (int)((key * 0x9E3779B97F4A7C15) >> shift);
        while (slots[index].Key != key && slots[index].Key != Empty)
        {
            index = (index + 1) & (slots.Length - 1);
        }

        return index;
    }

    private Slot[] Create(int size)
    {
        var created = new Slot[size];
        Array.Fill(created, new Slot(Empty, 0, 0));
        shift = 64 - BitOperations.Log2((uint)size);
        return created;
    }

    private void Grow()
    {
        var old = slots;
        slots = Create(old.Length * 2);
        foreach (var slot in old)
        {
            if (slot.Key != Empty)
            {
                slots[Find(slot.Key)] = slot;
            }
        }
    }

    private readonly record struct Slot(ulong Key, int Value, int More);
}
