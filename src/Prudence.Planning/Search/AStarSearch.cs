using Prudence.Budgeting;
using Prudence.Planning.Heuristics;
using Prudence.Planning.States;

namespace Prudence.Planning.Search;

/// <summary>
/// A* (Hart, Nilsson and Raphael 1968): sorts by g + h, of equal sums by lower h. Reopens, so that an inconsistent heuristic does no harm.
/// With an admissible heuristic the plan is proven optimal.
/// </summary>
public sealed class AStarSearch : EagerSearch
{
    /// <summary>Prepares a search.</summary>
    /// <param name="system">What to search.</param>
    /// <param name="heuristic">The estimate; for optimal plans an admissible one.</param>
    /// <param name="options">Bound and limits.</param>
    /// <param name="stop">Ends the search early.</param>
    /// <param name="progress">Hears of progress.</param>
    public AStarSearch(
        TransitionSystem system, Heuristic heuristic, SearchOptions options, StopSignal stop, SearchProgress? progress = null)
        : base(system, [heuristic], BestFirstOptions.From(options) with { PathWeight = 1, ReopenClosed = true }, breakTies: true, stop, progress)
    {
    }
}
