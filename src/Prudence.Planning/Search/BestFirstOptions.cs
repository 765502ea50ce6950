using Prudence.Planning.Heuristics;

namespace Prudence.Planning.Search;

/// <summary>What eager and lazy best-first searches can be told. They sort by <c>PathWeight * g + HeuristicWeight * h</c>.</summary>
public record BestFirstOptions : SearchOptions
{
    /// <summary>The factor of the path cost: 0 for greedy search.</summary>
    public int PathWeight { get; init; }

    /// <summary>The factor of the estimate.</summary>
    public int HeuristicWeight { get; init; } = 1;

    /// <summary>Whether a closed state is expanded again when a cheaper path to it is found.</summary>
    public bool ReopenClosed { get; init; }

    /// <summary>The heuristics whose preferred operators are used; none if empty.</summary>
    public IReadOnlyList<Heuristic> Preferring { get; init; } = [];

    /// <summary>For lazy searches: whether preferred successors are put on the open list before the others.</summary>
    public bool PreferredFirst { get; init; }

    /// <summary>How many turns the queues of preferred successors gain each time a heuristic reaches a new low.</summary>
    public int Boost { get; init; }

    /// <summary>Options that say no more than <paramref name="options"/>.</summary>
    internal static BestFirstOptions From(SearchOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return new BestFirstOptions { CostType = options.CostType, Bound = options.Bound, MaximumExpansions = options.MaximumExpansions };
    }
}
