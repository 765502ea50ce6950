using Prudence.Budgeting;
using Prudence.Planning.Heuristics;
using Prudence.Planning.States;

namespace Prudence.Planning.Search;

/// <summary>Breadth-first search (Moore 1959): the plan has as few operators as possible, whatever they cost.</summary>
public sealed class BreadthFirstSearch : EagerSearch
{
    /// <summary>Prepares a search.</summary>
    /// <param name="system">What to search.</param>
    /// <param name="options">Bound and limits; the search counts one per operator.</param>
    /// <param name="stop">Ends the search early.</param>
    /// <param name="progress">Hears of progress.</param>
    public BreadthFirstSearch(TransitionSystem system, SearchOptions options, StopSignal stop, SearchProgress? progress = null)
        : base(system, [], OneEach(system, options), breakTies: false, stop, progress)
    {
    }

    // Where the task counts one each as well, the plan is proven optimal.
    private static BestFirstOptions OneEach(TransitionSystem system, SearchOptions options)
    {
        ArgumentNullException.ThrowIfNull(system);
        var isUnitCost = Array.TrueForAll(system.Task.Operators.Costs, static cost => cost == 1);
        return BestFirstOptions.From(options) with
        {
            CostType = isUnitCost ? OperatorCostType.Normal : OperatorCostType.One,
            PathWeight = 1,
            ReopenClosed = true,
        };
    }
}
