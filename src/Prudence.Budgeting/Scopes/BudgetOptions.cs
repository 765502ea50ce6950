namespace Prudence.Budgeting;

/// <summary>What holds for a whole tree of budgets.</summary>
public sealed record BudgetOptions
{
    /// <summary>Where time comes from.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>How long a hold lasts that nobody settles or releases. Longer than the longest call, so that only forgotten holds expire.</summary>
    public TimeSpan HoldTimeout { get; init; } = TimeSpan.FromHours(1);

    /// <summary>
    /// Where all holds and settlements of the tree are recorded, and what the tree was granted there limits it too, together with all other processes
    /// that use the ledger; null to keep budgets in the memory of this process. With a ledger, only the asynchronous members reserve and settle.
    /// </summary>
    public Ledger? Ledger { get; init; }
}
