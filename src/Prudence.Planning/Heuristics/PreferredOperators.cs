namespace Prudence.Planning.Heuristics;

/// <summary>A set of operators that a heuristic recommends in the state it judged. Adding twice is once; clearing costs what was added.</summary>
public sealed class PreferredOperators
{
    private readonly bool[] contained;
    private readonly int[] items;

    /// <summary>An empty set over that many operators.</summary>
    public PreferredOperators(int operatorCount)
    {
        contained = new bool[operatorCount];
        items = new int[operatorCount];
    }

    /// <summary>How many there are.</summary>
    public int Count { get; private set; }

    /// <summary>The members in the order they were added.</summary>
    public ReadOnlySpan<int> Items => items.AsSpan(0, Count);

    /// <summary>Whether an operator is a member.</summary>
    public bool Contains(int operatorId) => contained[operatorId];

    /// <summary>Adds an operator.</summary>
    public void Add(int operatorId)
    {
        if (!contained[operatorId])
        {
            contained[operatorId] = true;
            items[Count++] = operatorId;
        }
    }

    /// <summary>Removes all members.</summary>
    public void Clear()
    {
        foreach (var operatorId in Items)
        {
            contained[operatorId] = false;
        }

        Count = 0;
    }
}
