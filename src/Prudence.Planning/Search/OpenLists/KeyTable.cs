namespace Prudence.Planning.Search.OpenLists;

/// <summary>The keys in use by a <see cref="BucketQueue{T}"/> with the bucket of each: a hash table to find one and a binary heap for the lowest.</summary>
internal sealed class KeyTable
{
    private const ulong Multiplier = 0x9E3779B97F4A7C15;

    private (ulong Key, int Bucket)[] heap = new (ulong, int)[16];
    private int count;
    private (ulong Key, int Bucket)[] slots = NewSlots(32);
    private int slotBits = 5;

    /// <summary>The lowest key; there must be one.</summary>
    public ulong LowestKey => heap[0].Key;

    /// <summary>The bucket of the lowest key; there must be one.</summary>
    public int LowestBucket => heap[0].Bucket;

    /// <summary>The bucket of a key, or -1.</summary>
    public int Find(ulong key)
    {
        var table = slots;
        for (var i = Home(key); ; i = (i + 1) & (table.Length - 1))
        {
            if (table[i].Key == key || table[i].Bucket < 0)
            {
                return table[i].Bucket;
            }
        }
    }

    /// <summary>Adds a key that is not in use.</summary>
    public void Add(ulong key, int bucket)
    {
        if (2 * (count + 1) > slots.Length)
        {
            GrowSlots();
        }

        Place(key, bucket);
        if (count == heap.Length)
        {
            Array.Resize(ref heap, 2 * count);
        }

        var hole = count++;
        while (hole > 0 && heap[(hole - 1) / 2].Key > key)
        {
            heap[hole] = heap[(hole - 1) / 2];
            hole = (hole - 1) / 2;
        }

        heap[hole] = (key, bucket);
    }

    /// <summary>Removes the lowest key and answers its bucket.</summary>
    public int RemoveLowest()
    {
        var (key, bucket) = heap[0];
        RemoveSlot(key);
        var last = heap[--count];
        var hole = 0;
        for (var child = 1; child < count; child = (2 * hole) + 1)
        {
            if (child + 1 < count && heap[child + 1].Key < heap[child].Key)
            {
                child++;
            }

            if (last.Key <= heap[child].Key)
            {
                break;
            }

            heap[hole] = heap[child];
            hole = child;
        }

        heap[hole] = last;
        return bucket;
    }

    /// <summary>Removes all keys.</summary>
    public void Clear()
    {
        Array.Fill(slots, (0UL, -1));
        count = 0;
    }

    private static (ulong Key, int Bucket)[] NewSlots(int length)
    {
        var slots = new (ulong, int)[length];
        Array.Fill(slots, (0UL, -1));
        return slots;
    }

    private int Home(ulong key) => (int)((key * Multiplier) >> (64 - slotBits));

    private void GrowSlots()
    {
        var old = slots;
        slotBits++;
        slots = NewSlots(1 << slotBits);
        foreach (var (key, bucket) in old)
        {
            if (bucket >= 0)
            {
                Place(key, bucket);
            }
        }
    }

    private void Place(ulong key, int bucket)
    {
        var i = Home(key);
        while (slots[i].Bucket >= 0)
        {
            i = (i + 1) & (slots.Length - 1);
        }

        slots[i] = (key, bucket);
    }

    // Entries behind the hole that probing would no longer reach move into it.
    private void RemoveSlot(ulong key)
    {
        var mask = slots.Length - 1;
        var hole = Home(key);
        while (slots[hole].Bucket < 0 || slots[hole].Key != key)
        {
            hole = (hole + 1) & mask;
        }

        for (var i = (hole + 1) & mask; slots[i].Bucket >= 0; i = (i + 1) & mask)
        {
            if (((i - Home(slots[i].Key)) & mask) >= ((i - hole) & mask))
            {
                slots[hole] = slots[i];
                hole = i;
            }
        }

        slots[hole] = (0, -1);
    }
}
