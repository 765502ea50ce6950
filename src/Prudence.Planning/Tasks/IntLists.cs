namespace Prudence.Planning.Tasks;

/// <summary>Many short lists of integers in two arrays: list <c>i</c> is <c>Items[Starts[i] .. Starts[i + 1]]</c>.</summary>
public sealed class IntLists
{
    /// <summary>Wraps the two arrays without copying them.</summary>
    /// <param name="starts">Where each list begins; one more entry than there are lists.</param>
    /// <param name="items">All items in order.</param>
    public IntLists(int[] starts, int[] items)
    {
        Starts = starts;
        Items = items;
    }

    /// <summary>No lists.</summary>
    public static IntLists Empty { get; } = new([0], []);

    /// <summary>Where each list begins; <see cref="Count"/> + 1 entries.</summary>
    public int[] Starts { get; }

    /// <summary>All items, list after list.</summary>
    public int[] Items { get; }

    /// <summary>The number of lists.</summary>
    public int Count => Starts.Length - 1;

    /// <summary>One list.</summary>
    public ReadOnlySpan<int> this[int index] => Items.AsSpan(Starts[index], Starts[index + 1] - Starts[index]);

    /// <summary>Packs lists.</summary>
    public static IntLists From(IReadOnlyList<IReadOnlyList<int>> lists)
    {
        var starts = new int[lists.Count + 1];
        for (var i = 0; i < lists.Count; i++)
        {
            starts[i + 1] = starts[i] + lists[i].Count;
        }

        var items = new int[starts[^1]];
        for (var i = 0; i < lists.Count; i++)
        {
            for (var j = 0; j < lists[i].Count; j++)
            {
                items[starts[i] + j] = lists[i][j];
            }
        }

        return new IntLists(starts, items);
    }

    /// <summary>The reverse relation: list <c>v</c> of the answer names, in ascending order, the lists that contain <c>v</c>.</summary>
    /// <param name="valueCount">One more than the largest item.</param>
    public IntLists Invert(int valueCount)
    {
        var starts = new int[valueCount + 1];
        foreach (var item in Items)
        {
            starts[item + 1]++;
        }

        for (var i = 0; i < valueCount; i++)
        {
            starts[i + 1] += starts[i];
        }

        var next = starts.AsSpan(0, valueCount).ToArray();
        var items = new int[Items.Length];
        for (var list = 0; list < Count; list++)
        {
            foreach (var item in this[list])
            {
                items[next[item]++] = list;
            }
        }

        return new IntLists(starts, items);
    }
}
