namespace Prudence.Bench.Planning.Results;

/// <summary>How a planner's run on one task ended.</summary>
internal enum RunStatus
{
    /// <summary>A plan was found within the limits.</summary>
    Solved,

    /// <summary>The planner says there is no plan.</summary>
    Unsolvable,

    /// <summary>The search ended without a plan and without a proof.</summary>
    GaveUp,

    /// <summary>Out of time.</summary>
    Time,

    /// <summary>Out of memory.</summary>
    Memory,

    /// <summary>Anything else: the planner failed.</summary>
    Failed,
}
