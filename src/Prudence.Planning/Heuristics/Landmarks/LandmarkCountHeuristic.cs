using Prudence.Budgeting;
using Prudence.Planning.Tasks;

namespace Prudence.Planning.Heuristics.Landmarks;

/// <summary>Counts the landmarks still to be reached, whatever the operators cost (Richter, Helmert and Westphal 2008, "Landmarks Revisited").</summary>
public sealed class LandmarkCountHeuristic : LandmarkHeuristic
{
    /// <summary>Finds the landmarks of a task and binds the heuristic to them.</summary>
    /// <param name="task">The task.</param>
    /// <param name="preferAchievers">Whether to recommend operators that reach a landmark.</param>
    /// <param name="stop">Ends the search for landmarks early; what was found until then is used. Also asked for memory.</param>
    public LandmarkCountHeuristic(PlanningTask task, bool preferAchievers = false, StopSignal? stop = null)
        : this(LandmarkGenerator.Generate(task, stop), preferAchievers, stop)
    {
    }

    /// <summary>Binds the heuristic to a landmark graph, which other heuristics may share.</summary>
    /// <param name="graph">The landmarks.</param>
    /// <param name="preferAchievers">Whether to recommend operators that reach a landmark.</param>
    /// <param name="stop">Whom to ask for memory.</param>
    public LandmarkCountHeuristic(LandmarkGraph graph, bool preferAchievers = false, StopSignal? stop = null)
        : base(
            graph,
            LandmarkPrices.Ones(graph, static g => g.FirstAchievers),
            LandmarkPrices.Ones(graph, static g => g.Achievers),
            preferAchievers,
            stop)
    {
    }
}
