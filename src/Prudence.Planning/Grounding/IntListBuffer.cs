using Prudence.Budgeting;
using Prudence.Planning.Tasks;

namespace Prudence.Planning.Grounding;

/// <summary>Lists of integers written one after the other; the growing form of <see cref="IntLists"/>.</summary>
internal sealed class IntListBuffer
{
    private readonly IntBuffer starts;
    private readonly IntBuffer items;

    public IntListBuffer(StopSignal? stop = null)
    {
        starts = new IntBuffer(16, stop);
        items = new IntBuffer(16, stop);
        starts.Add(0);
    }

    /// <summary>The number of finished lists.</summary>
    public int Count => starts.Count - 1;

    public ReadOnlySpan<int> this[int index] => items.Span[starts[index]..starts[index + 1]];

    /// <summary>Adds to the list that is being written.</summary>
    public void Add(int item) => items.Add(item);

    /// <summary>Ends the list that is being written.</summary>
    public void EndList() => starts.Add(items.Count);

    /// <summary>Writes and ends a list.</summary>
    public void AddList(ReadOnlySpan<int> list)
    {
        items.AddRange(list);
        starts.Add(items.Count);
    }

    /// <summary>Gives up the list that is being written.</summary>
    public void DropOpenList() => items.Truncate(starts[Count]);

    public void Clear()
    {
        starts.Truncate(1);
        items.Truncate(0);
    }

    public IntLists ToIntLists() => new(starts.ToArray(), items.ToArray());
}
