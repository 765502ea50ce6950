namespace Prudence.Planning.Heuristics.ContextEnhanced;

/// <summary>Transitions some of whose conditions have no known cost yet, each in the lists of the nodes it waits for.</summary>
internal sealed class WaitingTransitions
{
    private (int Node, int Transition, int Cost, int Missing)[] items = new (int, int, int, int)[256];
    private (int Item, int Next)[] links = new (int, int)[256];
    private int itemCount;
    private int linkCount;

    /// <summary>Adds a transition.</summary>
    /// <returns>Its number.</returns>
    public int Add(int node, int transition)
    {
        if (itemCount == items.Length)
        {
            Array.Resize(ref items, 2 * itemCount);
        }

        items[itemCount] = (node, transition, 0, 0);
        return itemCount++;
    }

    /// <summary>Drops the transition added last, which waits for nothing.</summary>
    public void RemoveLast() => itemCount--;

    /// <summary>Lets a transition wait for one more node.</summary>
    /// <param name="item">The transition.</param>
    /// <param name="list">The node's list.</param>
    public void Wait(int item, ref int list)
    {
        if (linkCount == links.Length)
        {
            Array.Resize(ref links, 2 * linkCount);
        }

        items[item].Missing++;
        links[linkCount] = (item, list);
        list = linkCount++;
    }

    /// <summary>Sets what a transition costs as far as that is known.</summary>
    public void SetCost(int item, int cost) => items[item].Cost = cost;

    /// <summary>Takes the next transition off a list and adds a cost to it.</summary>
    /// <param name="list">The list; not empty.</param>
    /// <param name="cost">What the awaited node costs.</param>
    /// <param name="node">The node that the transition leads to.</param>
    /// <param name="transition">The transition.</param>
    /// <param name="total">What it costs as far as known.</param>
    /// <returns>True if it waits for nothing more.</returns>
    public bool Take(ref int list, int cost, out int node, out int transition, out int total)
    {
        ref var item = ref items[links[list].Item];
        list = links[list].Next;
        item.Cost = SaturatingSum(item.Cost, cost);
        (node, transition, total) = (item.Node, item.Transition, item.Cost);
        return --item.Missing == 0;
    }

    /// <summary>Drops all.</summary>
    public void Clear() => (itemCount, linkCount) = (0, 0);

    /// <summary>A sum that stops short of <see cref="Heuristic.DeadEnd"/>.</summary>
    public static int SaturatingSum(int one, int other) => (int)Math.Min((long)one + other, Heuristic.DeadEnd - 1);
}
