using Prudence.Planning.Tasks;

namespace Prudence.Planning.Heuristics.Landmarks;

/// <summary>Grows <see cref="IntLists"/> item by item, list after list.</summary>
internal sealed class IntListsBuilder
{
    private int[] starts;
    private int[] items;
    private int listCount;
    private int itemCount;

    public IntListsBuilder(int expectedLists, int expectedItems)
    {
        starts = new int[expectedLists + 1];
        items = new int[Math.Max(expectedItems, 4)];
    }

    /// <summary>Items added so far, over all lists.</summary>
    public int ItemCount => itemCount;

    /// <summary>Adds an item to the list in the making.</summary>
    public void Add(int item)
    {
        if (itemCount == items.Length)
        {
            Array.Resize(ref items, 2 * items.Length);
        }

        items[itemCount++] = item;
    }

    /// <summary>Adds items to the list in the making.</summary>
    public void AddRange(ReadOnlySpan<int> range)
    {
        foreach (var item in range)
        {
            Add(item);
        }
    }

    /// <summary>Closes the list in the making; the next item begins another.</summary>
    public void EndList()
    {
        if (++listCount == starts.Length)
        {
            Array.Resize(ref starts, 2 * starts.Length);
        }

        starts[listCount] = itemCount;
    }

    /// <summary>All closed lists.</summary>
    public IntLists ToLists() => new(starts.AsSpan(0, listCount + 1).ToArray(), items.AsSpan(0, itemCount).ToArray());
}
