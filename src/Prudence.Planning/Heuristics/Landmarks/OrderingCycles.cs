using Prudence.Planning.Tasks;

namespace Prudence.Planning.Heuristics.Landmarks;

/// <summary>Finds cycles among orderings by removing, again and again, what nothing comes before.</summary>
internal static class OrderingCycles
{
    /// <summary>Whether the union of two relations over the same landmarks has a cycle.</summary>
    public static bool Exists(IntLists first, IntLists second)
    {
        var pending = new int[first.Count];
        CountIncoming(first, pending);
        CountIncoming(second, pending);
        var ready = new Stack<int>();
        for (var landmark = 0; landmark < pending.Length; landmark++)
        {
            if (pending[landmark] == 0)
            {
                ready.Push(landmark);
            }
        }

        var removed = 0;
        while (ready.TryPop(out var landmark))
        {
            removed++;
            Release(first[landmark], pending, ready);
            Release(second[landmark], pending, ready);
        }

        return removed < pending.Length;
    }

    private static void CountIncoming(IntLists relation, int[] pending)
    {
        foreach (var later in relation.Items)
        {
            pending[later]++;
        }
    }

    private static void Release(ReadOnlySpan<int> successors, int[] pending, Stack<int> ready)
    {
        foreach (var later in successors)
        {
            if (--pending[later] == 0)
            {
                ready.Push(later);
            }
        }
    }
}
