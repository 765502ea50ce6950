using Prudence.Budgeting;

namespace Prudence.Cli.Ledgers;

/// <summary>How a ledger, or a part of it, stands.</summary>
/// <param name="State">What its entries add up to.</param>
/// <param name="Scope">The only scope that is wanted, with those below it; null for all.</param>
/// <param name="Range">The time for which purposes are added up.</param>
/// <param name="Purposes">What was spent for which purpose.</param>
/// <param name="Begun">When each open hold began.</param>
/// <param name="Limited">The scopes and resources with limits over windows.</param>
/// <param name="Now">The time of looking, for windows and the ages of holds.</param>
internal sealed record LedgerOverview(
    LedgerState State,
    string? Scope,
    TimeRange Range,
    IReadOnlyList<PurposeTotal> Purposes,
    IReadOnlyDictionary<long, DateTimeOffset> Begun,
    IReadOnlyCollection<(string Scope, Resource Resource)> Limited,
    DateTimeOffset Now)
{
    public IReadOnlyList<LedgerBalance> Balances { get; } = [.. State.Balances.Where(balance => ScopePath.IsWithin(balance.Scope, Scope))];

    /// <summary>The limits over windows, as they stand now.</summary>
    public IReadOnlyList<LedgerWindowBalance> Windows { get; } =
        [.. Limited.Where(limit => ScopePath.IsWithin(limit.Scope, Scope)).SelectMany(limit => State.WindowsOf(limit.Scope, limit.Resource, Now))];

    public IReadOnlyList<LedgerHold> Holds { get; } = [.. State.Holds.Where(hold => ScopePath.IsWithin(hold.Scope, Scope))];
}
