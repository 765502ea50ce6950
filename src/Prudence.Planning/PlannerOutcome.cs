namespace Prudence.Planning;

/// <summary>How a planner run ended.</summary>
public enum PlannerOutcome
{
    /// <summary>A plan was found and validated.</summary>
    Solved,

    /// <summary>It is proven that no plan exists.</summary>
    Unsolvable,

    /// <summary>The search ended without a plan, but it was not a complete one: a plan may exist.</summary>
    NotFound,

    /// <summary>A limit was hit, or the caller cancelled, before any plan was found.</summary>
    Stopped,

    /// <summary>The domain or problem has errors; see the diagnostics.</summary>
    InvalidInput,
}
