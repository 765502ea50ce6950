using Prudence.Budgeting;
using Prudence.Planning.Heuristics;
using Prudence.Planning.States;

namespace Prudence.Planning.Search;

/// <summary>Lazy weighted A*: sorts by g + w * h of the parent. The later searches of LAMA (Richter and Westphal 2010).</summary>
public sealed class LazyWeightedAStarSearch : LazySearch
{
    /// <summary>Prepares a search.</summary>
    /// <param name="system">What to search.</param>
    /// <param name="heuristics">The estimates, in turn.</param>
    /// <param name="options">The weight w is <see cref="BestFirstOptions.HeuristicWeight"/>; the path weight is taken as one.</param>
    /// <param name="stop">Ends the search early.</param>
    /// <param name="progress">Hears of progress.</param>
    public LazyWeightedAStarSearch(
        TransitionSystem system,
        IReadOnlyList<Heuristic> heuristics,
        BestFirstOptions options,
        StopSignal stop,
        SearchProgress? progress = null)
        : base(system, heuristics, options with { PathWeight = 1 }, stop, progress)
    {
    }
}
