namespace Prudence.Budgeting;

/// <summary>
/// Limits on one run of an engine, which no other run shares: on time, memory and expansions. A resource without a limit is unbounded. What several
/// runs share, such as money, is a matter of a budget.
/// </summary>
public sealed record RunLimits
{
    /// <summary>No limits.</summary>
    public static RunLimits Unlimited { get; } = new();

    /// <summary>The longest wall-clock time the run may take.</summary>
    public TimeSpan? Time { get; init; }

    /// <summary>The largest resident memory of the process, in bytes.</summary>
    public long? MemoryBytes { get; init; }

    /// <summary>The largest number of state expansions.</summary>
    public long? Expansions { get; init; }
}
