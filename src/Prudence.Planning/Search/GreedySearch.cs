using Prudence.Budgeting;
using Prudence.Planning.Heuristics;
using Prudence.Planning.States;

namespace Prudence.Planning.Search;

/// <summary>Greedy best-first search (Doran and Michie 1966): sorts by h alone.</summary>
public sealed class GreedySearch : EagerSearch
{
    /// <summary>Prepares a search.</summary>
    /// <param name="system">What to search.</param>
    /// <param name="heuristics">The estimates, in turn.</param>
    /// <param name="options">Reopening, preferred operators, bound and limits; the weights are taken as 0 and 1.</param>
    /// <param name="stop">Ends the search early.</param>
    /// <param name="progress">Hears of progress.</param>
    public GreedySearch(
        TransitionSystem system,
        IReadOnlyList<Heuristic> heuristics,
        BestFirstOptions options,
        StopSignal stop,
        SearchProgress? progress = null)
        : base(system, heuristics, options with { PathWeight = 0, HeuristicWeight = 1 }, breakTies: false, stop, progress)
    {
    }
}
