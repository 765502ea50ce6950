using Prudence.Budgeting;
using Prudence.Planning.States;

namespace Prudence.Planning.Search;

/// <summary>Uniform-cost search (Dijkstra 1959): sorts by g. The plan is proven optimal.</summary>
public sealed class UniformCostSearch : EagerSearch
{
    /// <summary>Prepares a search.</summary>
    /// <param name="system">What to search.</param>
    /// <param name="options">Bound and limits.</param>
    /// <param name="stop">Ends the search early.</param>
    /// <param name="progress">Hears of progress.</param>
    public UniformCostSearch(TransitionSystem system, SearchOptions options, StopSignal stop, SearchProgress? progress = null)
        : base(system, [], BestFirstOptions.From(options) with { PathWeight = 1, ReopenClosed = true }, breakTies: false, stop, progress)
    {
    }
}
