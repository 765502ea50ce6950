using Prudence.Budgeting;

namespace Prudence.Cli.Ledgers;

/// <summary>How a ledger, or a part of it, stands.</summary>
/// <param name="State">What its entries add up to.</param>
/// <param name="Scope">The only scope that is wanted, with those below it; null for all.</param>
/// <param name="Range">The time for which purposes are added up.</param>
/// <param name="Purposes">What was spent for which purpose.</param>
/// <param name="Begun">When each open hold began.</param>
internal sealed record LedgerOverview(
    LedgerState State, string? Scope, TimeRange Range, IReadOnlyList<PurposeTotal> Purposes, IReadOnlyDictionary<long, DateTimeOffset> Begun)
{
    public IReadOnlyList<LedgerBalance> Balances { get; } = [.. State.Balances.Where(balance => ScopePath.IsWithin(balance.Scope, Scope))];

    public IReadOnlyList<LedgerHold> Holds { get; } = [.. State.Holds.Where(hold => ScopePath.IsWithin(hold.Scope, Scope))];
}
