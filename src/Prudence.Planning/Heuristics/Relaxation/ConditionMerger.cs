using Prudence.Planning.Grounding;
using Prudence.Planning.Tasks;

namespace Prudence.Planning.Heuristics.Relaxation;

/// <summary>Joins the preconditions of operators with the conditions of their effects.</summary>
internal sealed class ConditionMerger(PlanningTask task)
{
    private readonly IntBuffer merged = new();

    /// <summary>The last conjunction joined, in ascending order and without duplicates.</summary>
    public ReadOnlySpan<int> Result => merged.Span;

    /// <summary>Joins two ascending lists of facts; false if together they want two values of one variable.</summary>
    public bool TryMerge(ReadOnlySpan<int> left, ReadOnlySpan<int> right)
    {
        merged.Truncate(0);
        int i = 0, j = 0;
        while (i < left.Length || j < right.Length)
        {
            var fact = j == right.Length || (i < left.Length && left[i] <= right[j]) ? left[i++] : right[j++];
            var last = merged.Count == 0 ? -1 : merged[merged.Count - 1];
            if (fact == last)
            {
                continue;
            }

            if (last >= 0 && task.FactVariables[last] == task.FactVariables[fact])
            {
                return false;
            }

            merged.Add(fact);
        }

        return true;
    }
}
