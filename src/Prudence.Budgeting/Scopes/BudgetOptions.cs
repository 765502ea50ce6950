namespace Prudence.Budgeting;

/// <summary>What holds for a whole tree of budgets.</summary>
public sealed record BudgetOptions
{
    /// <summary>Where time comes from.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>How long a hold lasts that nobody settles or releases. Longer than the longest call, so that only forgotten holds expire.</summary>
    public TimeSpan HoldTimeout { get; init; } = TimeSpan.FromHours(1);
}
