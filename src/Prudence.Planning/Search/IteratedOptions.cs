namespace Prudence.Planning.Search;

/// <summary>What a sequence of searches can be told.</summary>
public sealed record IteratedOptions
{
    /// <summary>Plans must cost less than this. Null for no bound but the plans found.</summary>
    public CostBound? Bound { get; init; }

    /// <summary>The most expansions of all searches together; null for the limit of the run's budget.</summary>
    public long? MaximumExpansions { get; init; }

    /// <summary>
    /// The most expansions of one search before the next gets its turn; null to let each run to its end. Doubled each time all have had a turn.
    /// </summary>
    public long? Patience { get; init; }

    /// <summary>Whether the last search is repeated as long as it finds better plans.</summary>
    public bool RepeatLast { get; init; }

    /// <summary>Whether the next search gets its turn when one ends without a plan.</summary>
    public bool ContinueOnFailure { get; init; } = true;

    /// <summary>Whether the first plan is enough.</summary>
    public bool StopAtFirstPlan { get; init; }
}
