namespace Prudence.Budgeting;

/// <summary>Where a ledger ends. A store keeps it beside the records, so that records missing at the end are noticed.</summary>
/// <param name="Sequence">The last entry; 0 if there is none.</param>
/// <param name="Hash">Its hash.</param>
public readonly record struct LedgerHead(long Sequence, LedgerHash Hash);
