using Prudence.Planning.Tasks;

namespace Prudence.Planning.Heuristics.PatternDatabases;

/// <summary>
/// The least operator costs under which a projection keeps all its goal distances (Seipp and Helmert 2014, "Diverse and additive Cartesian
/// abstraction heuristics", section "Saturated cost partitioning"): what is above them is free for other projections.
/// </summary>
internal sealed class SaturatedCosts
{
    private readonly int[] needed;
    private readonly List<int> touched = [];
    private int[] labelNeeds = [];

    public SaturatedCosts(PlanningTask task) => needed = new int[task.Operators.Count];

    /// <summary>Takes off the remaining costs what the distances need.</summary>
    /// <returns>How much was taken off all operators together.</returns>
    public long Subtract(AbstractTransitions space, int[] distances, int[] remaining)
    {
        MeasureLabels(space, distances);
        for (var label = 0; label < space.Operators.Count; label++)
        {
            foreach (var o in labelNeeds[label] == 0 ? [] : space.Operators[label])
            {
                if (needed[o] == 0)
                {
                    touched.Add(o);
                }

                needed[o] = Math.Max(needed[o], labelNeeds[label]);
            }
        }

        var total = 0L;
        foreach (var o in touched)
        {
            remaining[o] -= needed[o];
            total += needed[o];
            needed[o] = 0;
        }

        touched.Clear();
        return total;
    }

    private void MeasureLabels(AbstractTransitions space, int[] distances)
    {
        if (labelNeeds.Length < space.Operators.Count)
        {
            labelNeeds = new int[space.Operators.Count * 2];
        }

        Array.Clear(labelNeeds);
        for (var target = 0; target < distances.Length; target++)
        {
            if (distances[target] == Heuristic.DeadEnd)
            {
                continue;
            }

            for (var t = space.Starts[target]; t < space.Starts[target + 1]; t++)
            {
                ref var need = ref labelNeeds[space.Labels[t]];
                need = Math.Max(need, distances[space.Sources[t]] - distances[target]);
            }
        }
    }
}
