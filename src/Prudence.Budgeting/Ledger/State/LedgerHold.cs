namespace Prudence.Budgeting;

/// <summary>A hold that nobody settled or released yet.</summary>
/// <param name="Id">The sequence of its reservation.</param>
/// <param name="Scope">The path of the scope.</param>
/// <param name="Worst">What is held.</param>
/// <param name="Purpose">What it is for.</param>
/// <param name="ExpiresAt">When its amounts are given back, in UTC.</param>
/// <param name="IsExpired">True once they were given back; a late settlement is still awaited.</param>
public sealed record LedgerHold(long Id, string Scope, Cost Worst, string Purpose, DateTimeOffset ExpiresAt, bool IsExpired = false);
