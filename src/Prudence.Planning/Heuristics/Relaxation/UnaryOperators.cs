using Prudence.Planning.Grounding;

namespace Prudence.Planning.Heuristics.Relaxation;

/// <summary>
/// Delete-free operators with one effect each, ordered by their set of preconditions and then by effect, so that operators that become
/// applicable together lie together.
/// </summary>
internal sealed class UnaryOperators
{
    /// <summary>The sets of preconditions. Some may have no operator left.</summary>
    public required FactSets PreconditionSets { get; init; }

    /// <summary>Where the operators of each set of preconditions begin; one more entry than there are sets.</summary>
    public required int[] Starts { get; set; }

    /// <summary>The precondition set of each operator.</summary>
    public required int[] Sets { get; set; }

    /// <summary>The fact each operator makes true.</summary>
    public required int[] Effects { get; set; }

    /// <summary>The cost of each operator.</summary>
    public required int[] Costs { get; set; }

    /// <summary>The task's operator each came from; -1 for a rule.</summary>
    public required int[] OperatorIds { get; set; }

    /// <summary>The number of operators.</summary>
    public int Count => Effects.Length;

    /// <summary>Removes operators; the order of the others stays.</summary>
    public void Keep(bool[] kept)
    {
        var position = 0;
        var starts = new int[Starts.Length];
        for (var set = 0; set + 1 < Starts.Length; set++)
        {
            for (var u = Starts[set]; u < Starts[set + 1]; u++)
            {
                if (kept[u])
                {
                    Sets[position] = Sets[u];
                    Effects[position] = Effects[u];
                    Costs[position] = Costs[u];
                    OperatorIds[position] = OperatorIds[u];
                    position++;
                }
            }

            starts[set + 1] = position;
        }

        Starts = starts;
        Sets = Sets[..position];
        Effects = Effects[..position];
        Costs = Costs[..position];
        OperatorIds = OperatorIds[..position];
    }

    /// <summary>Orders a list of operators by precondition set and effect, and keeps the cheapest (of those, the first) of each pair.</summary>
    public static UnaryOperators Order(FactSets sets, IntBuffer setOf, IntBuffer effects, IntBuffer costs, IntBuffer operatorIds, int factCount)
    {
        var order = new int[effects.Count];
        for (var u = 0; u < order.Length; u++)
        {
            order[u] = u;
        }

        order = SortStably(order, effects.Span, factCount);
        order = SortStably(order, setOf.Span, sets.Count);
        var result = new UnaryOperators
        {
            PreconditionSets = sets,
            Starts = new int[sets.Count + 1],
            Sets = Gather(order, setOf.Span),
            Effects = Gather(order, effects.Span),
            Costs = Gather(order, costs.Span),
            OperatorIds = Gather(order, operatorIds.Span),
        };
        foreach (var set in result.Sets)
        {
            result.Starts[set + 1]++;
        }

        for (var set = 0; set < sets.Count; set++)
        {
            result.Starts[set + 1] += result.Starts[set];
        }

        result.Keep(result.CheapestOfEqual());
        return result;
    }

    private bool[] CheapestOfEqual()
    {
        var kept = new bool[Count];
        var best = 0;
        for (var u = 0; u < Count; u++)
        {
            if (u == 0 || Effects[u] != Effects[best] || Sets[u] != Sets[best])
            {
                best = u;
                kept[u] = true;
            }
            else if (Costs[u] < Costs[best])
            {
                kept[best] = false;
                best = u;
                kept[u] = true;
            }
        }

        return kept;
    }

    private static int[] Gather(int[] order, ReadOnlySpan<int> values)
    {
        var result = new int[order.Length];
        for (var i = 0; i < order.Length; i++)
        {
            result[i] = values[order[i]];
        }

        return result;
    }

    private static int[] SortStably(int[] order, ReadOnlySpan<int> keys, int keyCount)
    {
        var next = new int[keyCount + 1];
        foreach (var item in order)
        {
            next[keys[item] + 1]++;
        }

        for (var key = 0; key < keyCount; key++)
        {
            next[key + 1] += next[key];
        }

        var result = new int[order.Length];
        foreach (var item in order)
        {
            result[next[keys[item]]++] = item;
        }

        return result;
    }
}
