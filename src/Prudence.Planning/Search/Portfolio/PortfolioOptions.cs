namespace Prudence.Planning.Search.Portfolio;

/// <summary>What a portfolio can be told.</summary>
public sealed record PortfolioOptions
{
    /// <summary>When it is done.</summary>
    public PortfolioPolicy Policy { get; init; } = PortfolioPolicy.FirstPlan;

    /// <summary>Plans must cost less than this. Null for no bound but the plans found.</summary>
    public CostBound? Bound { get; init; }

    /// <summary>The most expansions of all searches together, dealt out evenly; null for the limit of the run's budget.</summary>
    public long? MaximumExpansions { get; init; }

    /// <summary>
    /// True to make the result independent of the speed of threads: the searches run in rounds, learn of each other's plans between rounds only, and
    /// of several plans found in the same round the cheapest counts, then the earlier search's. False to let them run freely.
    /// </summary>
    public bool IsDeterministic { get; init; } = true;

    /// <summary>How many steps of each search make a round.</summary>
    public int RoundSteps { get; init; } = 1000;
}
