namespace Prudence.Planning.Grounding.Reachability;

/// <summary>
/// Finds the tuples of a set that have given values at some positions. Tuples with the same key form a chain. Where there are few
/// possible keys the heads of the chains lie in an array, otherwise in an open-addressing table that compares keys with the chain's head.
/// </summary>
internal sealed class TupleIndex
{
    private const int LargestDirectTable = 1 << 16;

    private readonly TupleSet tuples;
    private readonly int[] positions;
    private readonly int objectCount;
    private readonly bool isDirect;
    private int[] heads;
    private int[] next = [];
    private int keyCount;

    public TupleIndex(TupleSet tuples, int[] positions, int objectCount)
    {
        this.tuples = tuples;
        this.positions = positions;
        this.objectCount = objectCount;
        long keys = 1;
        for (var i = 0; i < positions.Length && keys <= LargestDirectTable; i++)
        {
            keys *= objectCount;
        }

        isDirect = positions.Length == 1 || keys <= LargestDirectTable;
        heads = new int[isDirect ? (int)keys : 16];
    }

    /// <summary>The positions of the key, ascending.</summary>
    public ReadOnlySpan<int> Positions => positions;

    /// <summary>The tuple after another one in its chain, or -1.</summary>
    public int Next(int id) => next[id];

    /// <summary>The first tuple whose key positions have the values of <paramref name="slots"/>, or -1.</summary>
    public int First(int[] values, int[] slots)
    {
        if (isDirect)
        {
            var key = 0;
            foreach (var slot in slots)
            {
                key = (key * objectCount) + values[slot];
            }

            return heads[key] - 1;
        }

        var place = (int)Hash(values, slots) & (heads.Length - 1);
        while (heads[place] != 0)
        {
            if (Matches(heads[place] - 1, values, slots))
            {
                return heads[place] - 1;
            }

            place = (place + 1) & (heads.Length - 1);
        }

        return -1;
    }

    /// <summary>Adds a tuple at the head of its chain.</summary>
    public void Add(int id)
    {
        if (id >= next.Length)
        {
            Array.Resize(ref next, Math.Max(16, Math.Max(id + 1, next.Length * 2)));
        }

        var place = isDirect ? DirectPlace(id) : HashedPlace(id);
        if (heads[place] == 0)
        {
            keyCount++;
        }

        next[id] = heads[place] - 1;
        heads[place] = id + 1;
        if (!isDirect && keyCount * 2 > heads.Length)
        {
            Rehash();
        }
    }

    private int DirectPlace(int id)
    {
        var key = 0;
        var start = id * tuples.Arity;
        foreach (var position in positions)
        {
            key = (key * objectCount) + tuples.Items[start + position];
        }

        return key;
    }

    private int HashedPlace(int id)
    {
        var items = tuples.Items;
        var start = id * tuples.Arity;
        var hash = 0u;
        foreach (var position in positions)
        {
            hash = Mix(hash, items[start + position]);
        }

        var place = (int)(hash ^ (hash >> 15)) & (heads.Length - 1);
        while (heads[place] != 0 && !HasSameKey(heads[place] - 1, id))
        {
            place = (place + 1) & (heads.Length - 1);
        }

        return place;
    }

    private bool HasSameKey(int first, int second)
    {
        var items = tuples.Items;
        foreach (var position in positions)
        {
            if (items[(first * tuples.Arity) + position] != items[(second * tuples.Arity) + position])
            {
                return false;
            }
        }

        return true;
    }

    private bool Matches(int id, int[] values, int[] slots)
    {
        var items = tuples.Items;
        var start = id * tuples.Arity;
        for (var i = 0; i < slots.Length; i++)
        {
            if (items[start + positions[i]] != values[slots[i]])
            {
                return false;
            }
        }

        return true;
    }

    private void Rehash()
    {
        var old = heads;
        heads = new int[old.Length * 2];
        foreach (var head in old)
        {
            if (head != 0)
            {
                heads[HashedPlace(head - 1)] = head;
            }
        }
    }

    private static uint Hash(int[] values, int[] slots)
    {
        var hash = 0u;
        foreach (var slot in slots)
        {
            hash = Mix(hash, values[slot]);
        }

        return hash ^ (hash >> 15);
    }

    private static uint Mix(uint hash, int value) => (uint)((((ulong)hash << 32 | (uint)value) * 0x9E3779B97F4A7C15ul) >> 29);
}
