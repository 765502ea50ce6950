using Prudence.Budgeting;
using Prudence.Planning.Heuristics;
using Prudence.Planning.States;

namespace Prudence.Planning.Search;

/// <summary>
/// Weighted A* (Pohl 1970): sorts by g + w * h. With an admissible heuristic the plan costs at most w times the optimum.
/// </summary>
public sealed class WeightedAStarSearch : EagerSearch
{
    /// <summary>Prepares a search.</summary>
    /// <param name="system">What to search.</param>
    /// <param name="heuristics">The estimates, in turn.</param>
    /// <param name="options">The weight w is <see cref="BestFirstOptions.HeuristicWeight"/>; the path weight is taken as one.</param>
    /// <param name="stop">Ends the search early.</param>
    /// <param name="progress">Hears of progress.</param>
    public WeightedAStarSearch(
        TransitionSystem system,
        IReadOnlyList<Heuristic> heuristics,
        BestFirstOptions options,
        StopSignal stop,
        SearchProgress? progress = null)
        : base(system, heuristics, options with { PathWeight = 1 }, breakTies: false, stop, progress)
    {
    }
}
