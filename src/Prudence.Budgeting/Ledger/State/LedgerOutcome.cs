namespace Prudence.Budgeting;

/// <summary>What is kept in memory of the entry of an idempotency key. The entry itself is read from the store when somebody asks again.</summary>
/// <param name="Sequence">The entry.</param>
/// <param name="Body">The hash of its request.</param>
internal readonly record struct LedgerOutcome(long Sequence, LedgerHash Body);
