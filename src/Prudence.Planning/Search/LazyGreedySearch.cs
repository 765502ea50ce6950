using Prudence.Budgeting;
using Prudence.Planning.Heuristics;
using Prudence.Planning.States;

namespace Prudence.Planning.Search;

/// <summary>Lazy greedy best-first search: sorts by h of the parent alone. The first search of LAMA (Richter and Westphal 2010).</summary>
public sealed class LazyGreedySearch : LazySearch
{
    /// <summary>Prepares a search.</summary>
    /// <param name="system">What to search.</param>
    /// <param name="heuristics">The estimates, in turn.</param>
    /// <param name="options">Preferred operators, reopening, bound and limits; the weights are taken as 0 and 1.</param>
    /// <param name="stop">Ends the search early.</param>
    /// <param name="progress">Hears of progress.</param>
    public LazyGreedySearch(
        TransitionSystem system,
        IReadOnlyList<Heuristic> heuristics,
        BestFirstOptions options,
        StopSignal stop,
        SearchProgress? progress = null)
        : base(system, heuristics, options with { PathWeight = 0, HeuristicWeight = 1 }, stop, progress)
    {
    }
}
