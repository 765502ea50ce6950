using Prudence.Budgeting;
using Prudence.Planning.Heuristics;
using Prudence.Planning.Heuristics.Relaxation;
using Prudence.Planning.States;

namespace Prudence.Planning.Search.Width;

/// <summary>
/// Dual-BFWS (Lipovetzky and Geffner, ICAPS 2017): first 1-BFWS, which drops every state without a new atom and so is over soon, then, where that
/// failed, complete BFWS with pairs of atoms and a counter of landmarks.
/// </summary>
public sealed class DualWidthSearch : SearchAlgorithm
{
    private readonly IteratedSearch sequence;

    /// <summary>Prepares a search.</summary>
    /// <param name="system">What to search.</param>
    /// <param name="goalCounter">#g of the first search.</param>
    /// <param name="landmarkCounter">Makes #g of the second search, when its turn comes.</param>
    /// <param name="relaxation">Makes the relaxed plans of both.</param>
    /// <param name="options">Bound, limits and memory for pairs.</param>
    /// <param name="stop">Ends the search early.</param>
    /// <param name="progress">Hears of progress.</param>
    public DualWidthSearch(
        TransitionSystem system,
        Heuristic goalCounter,
        Func<Heuristic> landmarkCounter,
        FFHeuristic relaxation,
        WidthSearchOptions options,
        StopSignal stop,
        SearchProgress? progress = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        SearchAlgorithm First(SearchOptions given) => new BestFirstWidthSearch(
            system, goalCounter, relaxation, Merge(given) with { Width = 1, Prunes = true }, stop, progress);
        SearchAlgorithm Second(SearchOptions given) => new BestFirstWidthSearch(
            system, landmarkCounter(), relaxation, Merge(given) with { Width = 2, Prunes = false }, stop, progress);
        WidthSearchOptions Merge(SearchOptions given) => options with { Bound = given.Bound, MaximumExpansions = given.MaximumExpansions };

        var iterated = new IteratedOptions { Bound = options.Bound, MaximumExpansions = options.MaximumExpansions, StopAtFirstPlan = true };
        sequence = new IteratedSearch([First, Second], iterated, stop);
    }

    /// <inheritdoc/>
    public override SearchResult Run() => sequence.Run();
}
