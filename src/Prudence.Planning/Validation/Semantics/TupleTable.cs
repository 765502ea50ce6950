namespace Prudence.Planning.Validation.Semantics;

/// <summary>Gives every tuple of objects of one width a row number that never changes.</summary>
internal class TupleTable
{
    private const int SmallestCapacity = 8;

    private int[] tuples;
    private int[] buckets = new int[2 * SmallestCapacity];

    public TupleTable(string name, int width)
    {
        Name = name;
        Width = width;
        tuples = new int[SmallestCapacity * width];
    }

    public string Name { get; }

    /// <summary>How many objects a tuple has.</summary>
    public int Width { get; }

    /// <summary>How many rows have been numbered.</summary>
    public int Rows { get; private set; }

    /// <summary>How many rows there is room for.</summary>
    protected int Capacity { get; private set; } = SmallestCapacity;

    public ReadOnlySpan<int> Tuple(int row) => tuples.AsSpan(row * Width, Width);

    /// <summary>The row of a tuple; -1 if it has none.</summary>
    public int Find(ReadOnlySpan<int> tuple)
    {
        var mask = buckets.Length - 1;
        for (var bucket = Hash(tuple) & mask; buckets[bucket] != 0; bucket = (bucket + 1) & mask)
        {
            if (Tuple(buckets[bucket] - 1).SequenceEqual(tuple))
            {
                return buckets[bucket] - 1;
            }
        }

        return -1;
    }

    /// <summary>The row of a tuple, a new one if it has none.</summary>
    public int FindOrAdd(ReadOnlySpan<int> tuple)
    {
        if (Find(tuple) is >= 0 and var known)
        {
            return known;
        }

        if (Rows == Capacity)
        {
            Capacity *= 2;
            Grow();
        }

        tuple.CopyTo(tuples.AsSpan(Rows * Width));
        Enter(Rows);
        return Rows++;
    }

    /// <summary>Makes room for <see cref="Capacity"/> rows.</summary>
    protected virtual void Grow()
    {
        Array.Resize(ref tuples, Capacity * Width);
        buckets = new int[2 * Capacity];
        for (var row = 0; row < Rows; row++)
        {
            Enter(row);
        }
    }

    private static int Hash(ReadOnlySpan<int> tuple)
    {
        var hash = 17u;
        foreach (var item in tuple)
        {
            hash = (hash ^ (uint)item) * 0x9E3779B1;
            hash ^= hash >> 15;
        }

        return (int)hash;
    }

    private void Enter(int row)
    {
        var mask = buckets.Length - 1;
        var bucket = Hash(Tuple(row)) & mask;
        while (buckets[bucket] != 0)
        {
            bucket = (bucket + 1) & mask;
        }

        buckets[bucket] = row + 1;
    }
}
