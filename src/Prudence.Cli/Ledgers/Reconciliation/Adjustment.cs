namespace Prudence.Cli.Ledgers.Reconciliation;

/// <summary>What became of a row that was to be adjusted.</summary>
/// <param name="Row">The row.</param>
/// <param name="Sequence">The entry that adjusts it; 0 without one.</param>
/// <param name="Scope">The scope that was adjusted; null without one.</param>
/// <param name="Problem">Why nothing was written; null if it was.</param>
internal sealed record Adjustment(ReconciliationRow Row, long Sequence, string? Scope, string? Problem);
