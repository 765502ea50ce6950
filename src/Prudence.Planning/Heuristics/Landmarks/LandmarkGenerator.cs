using Prudence.Budgeting;
using Prudence.Planning.Tasks;

namespace Prudence.Planning.Heuristics.Landmarks;

/// <summary>Finds the landmarks of a task as LAMA does: by backchaining, with reasonable orderings.</summary>
public static class LandmarkGenerator
{
    /// <summary>Finds landmarks and orderings.</summary>
    /// <param name="task">The task.</param>
    /// <param name="stop">Ends the search early; the landmarks found until then are landmarks all the same.</param>
    public static LandmarkGraph Generate(PlanningTask task, StopSignal? stop = null)
    {
        ArgumentNullException.ThrowIfNull(task);
        return new LandmarkSearch(task, stop).Run();
    }
}
