namespace Prudence.Planning.Heuristics.PatternDatabases;

/// <summary>How much a <see cref="PatternDatabaseHeuristic"/> may prepare. All limits are counts, so the same task always gives the same heuristic.</summary>
public sealed record PatternDatabaseOptions
{
    /// <summary>The most abstract states of one pattern.</summary>
    public int MaximumStates { get; init; } = 200_000;

    /// <summary>The most abstract states of all patterns together, and of all tables that are kept for one pattern order.</summary>
    public int MaximumCollectionStates { get; init; } = 2_000_000;

    /// <summary>The most variables of a pattern.</summary>
    public int MaximumSize { get; init; } = 2;

    /// <summary>The most pattern orders, each of which shares operator costs out in another way.</summary>
    public int MaximumOrders { get; init; } = 40;

    /// <summary>The most abstract transitions to follow for orders after the first: what bounds the time of the preparation.</summary>
    public long MaximumTransitions { get; init; } = 100_000_000;
}
