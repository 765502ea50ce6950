namespace Prudence.Budgeting;

/// <summary>What holds for a whole ledger.</summary>
public sealed record LedgerOptions
{
    /// <summary>Where the time of entries comes from.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>How long a hold lasts for which nothing else is said.</summary>
    public TimeSpan HoldTimeout { get; init; } = TimeSpan.FromHours(1);

    /// <summary>How many waiting requests are written at once, at most.</summary>
    public int LargestBatch { get; init; } = 8192;
}
