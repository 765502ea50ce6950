namespace Prudence.Planning.Heuristics.Landmarks;

/// <summary>Something that holds at some point of every plan: one fact, or at least one of several facts.</summary>
/// <param name="Facts">The facts, in ascending order; more than one for a disjunctive landmark.</param>
/// <param name="IsGoal">True if it must hold at the end.</param>
/// <param name="IsInitiallyTrue">True if it holds in the initial state.</param>
/// <param name="IsDerived">True if axioms derive any of its facts.</param>
public sealed record Landmark(int[] Facts, bool IsGoal, bool IsInitiallyTrue, bool IsDerived)
{
    /// <summary>True if any of several facts will do.</summary>
    public bool IsDisjunctive => Facts.Length > 1;

    /// <summary>Whether it holds in a state, given as one value per variable.</summary>
    /// <param name="values">The values.</param>
    /// <param name="task">The task, for the numbering of facts.</param>
    public bool Holds(ReadOnlySpan<int> values, Tasks.PlanningTask task)
    {
        ArgumentNullException.ThrowIfNull(task);
        foreach (var fact in Facts)
        {
            var variable = task.FactVariables[fact];
            if (values[variable] == fact - task.FactOffsets[variable])
            {
                return true;
            }
        }

        return false;
    }
}
