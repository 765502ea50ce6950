using Prudence.Budgeting;
using Prudence.Planning.Tasks;

namespace Prudence.Planning.Heuristics.Landmarks;

/// <summary>
/// Adds up, over the landmarks still to be reached, the cost of the cheapest operator that reaches each (Richter and Westphal 2010,
/// "The LAMA Planner: Guiding Cost-Based Anytime Planning with Landmarks").
/// </summary>
public sealed class LandmarkSumHeuristic : LandmarkHeuristic
{
    /// <summary>Finds the landmarks of a task and binds the heuristic to them.</summary>
    /// <param name="task">The task.</param>
    /// <param name="costType">How operator costs count.</param>
    /// <param name="preferAchievers">Whether to recommend operators that reach a landmark.</param>
    /// <param name="stop">Ends the search for landmarks early; what was found until then is used. Also asked for memory.</param>
    public LandmarkSumHeuristic(
        PlanningTask task, OperatorCostType costType = OperatorCostType.Normal, bool preferAchievers = false, StopSignal? stop = null)
        : this(LandmarkGenerator.Generate(task, stop), costType, preferAchievers, stop)
    {
    }

    /// <summary>Binds the heuristic to a landmark graph, which other heuristics may share.</summary>
    /// <param name="graph">The landmarks.</param>
    /// <param name="costType">How operator costs count.</param>
    /// <param name="preferAchievers">Whether to recommend operators that reach a landmark.</param>
    /// <param name="stop">Whom to ask for memory.</param>
    public LandmarkSumHeuristic(
        LandmarkGraph graph, OperatorCostType costType = OperatorCostType.Normal, bool preferAchievers = false, StopSignal? stop = null)
        : base(
            graph,
            LandmarkPrices.Of(graph, static g => g.FirstAchievers, OperatorCosts.Adjust(graph.Task, costType)),
            LandmarkPrices.Of(graph, static g => g.Achievers, OperatorCosts.Adjust(graph.Task, costType)),
            preferAchievers,
            stop)
    {
    }
}
