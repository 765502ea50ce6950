namespace Prudence.Budgeting;

/// <summary>Limits on what a run may use. A resource without a limit is unbounded.</summary>
public sealed record Budget
{
    /// <summary>A budget without limits.</summary>
    public static Budget Unlimited { get; } = new();

    /// <summary>The longest wall-clock time the run may take.</summary>
    public TimeSpan? Time { get; init; }

    /// <summary>The largest resident memory of the process, in bytes.</summary>
    public long? MemoryBytes { get; init; }

    /// <summary>The largest number of state expansions.</summary>
    public long? Expansions { get; init; }
}
