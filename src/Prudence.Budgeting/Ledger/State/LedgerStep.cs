namespace Prudence.Budgeting;

/// <summary>An entry that was applied, and what must be known to take it back.</summary>
internal readonly record struct LedgerStep(LedgerEntry Entry, LedgerHold? Hold, LedgerHead HeadBefore, DateTimeOffset TimeBefore);
