namespace Prudence.Budgeting;

/// <summary>
/// Writes the holds of a tree through to a ledger. The tree decides first, for it is at hand; then the ledger, which other processes share. A hold
/// counts only when both have it, and money that was spent counts in the tree also where the ledger failed.
/// </summary>
internal sealed class LedgerRecorder(Ledger ledger, BudgetTree tree, TimeSpan holdTimeout)
{
    public async ValueTask<ReserveResult> ReserveAsync(Budget scope, Cost worst, string purpose, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        if (!tree.TryReserve(scope, worst, purpose, out var slot, out var refusal))
        {
            return new ReserveResult(default, refusal);
        }

        Task<LedgerResult>? asked = null;
        try
        {
            asked = ledger.ReserveAsync(scope.Path, SumsOf(worst), purpose, holdTimeout, cancellation: default);
            var result = await asked.WaitAsync(cancellation).ConfigureAwait(false);
            if (result.IsAccepted)
            {
                tree.NoteLedgerHold(slot, result.HoldId);
                return new ReserveResult(new Reservation(scope, slot), null);
            }

            tree.Release(slot);
            return new ReserveResult(default, RefusalOf(result.Refusal, worst));
        }
        catch
        {
            tree.Release(slot);
            if (asked is not null)
            {
                _ = GiveBackAsync(asked);
            }

            throw;
        }
    }

    public async ValueTask<Settlement> SettleAsync(Budget scope, HoldSlot slot, Cost actual, string? purpose)
    {
        if (tree.FindLedgerHold(slot) is not { } hold)
        {
            return new Settlement(SettlementKind.Duplicate);
        }

        LedgerResult result;
        try
        {
            result = await ledger.SettleAsync(hold, SumsOf(actual), purpose ?? "").ConfigureAwait(false);
        }
        catch
        {
            tree.Settle(scope, slot, actual, purpose);
            throw;
        }

        if (result.Refusal is { Reason: LedgerRefusalReason.NoHold })
        {
            // Somebody else is settling the same hold at this moment, and was first.
            return new Settlement(SettlementKind.Duplicate);
        }

        var settlement = tree.Settle(scope, slot, actual, purpose);
        return result.IsAccepted ? KindOf(result.Entry, settlement) : throw new InvalidOperationException($"The ledger did not take a settlement: {result.Refusal}");
    }

    public async ValueTask<bool> ReleaseAsync(HoldSlot slot)
    {
        if (tree.FindLedgerHold(slot) is not { } hold)
        {
            return false;
        }

        LedgerResult result;
        try
        {
            result = await ledger.ReleaseAsync(hold).ConfigureAwait(false);
        }
        catch
        {
            tree.Release(slot);
            throw;
        }

        // If it was refused, somebody else is ending the hold, and will charge it in the tree.
        if (result.IsAccepted)
        {
            tree.Release(slot);
        }

        return result.IsAccepted;
    }

    private static Settlement KindOf(LedgerEntry entry, Settlement settlement) =>
        entry.Marks.HasFlag(LedgerMarks.AfterExpiry) ? new Settlement(SettlementKind.AfterExpiry)
        : entry.Marks.HasFlag(LedgerMarks.Overrun) && settlement.Kind == SettlementKind.Settled ? new Settlement(SettlementKind.Overrun)
        : settlement;

    private static BudgetRefusal RefusalOf(LedgerRefusal refusal, Cost worst) => refusal is { Reason: LedgerRefusalReason.Limit, Resource: { } resource }
        ? new BudgetRefusal
        {
            Reason = RefusalReason.Limit,
            Scope = refusal.Scope,
            Limit = new BudgetLimit(resource, refusal.Limit, refusal.Window ?? LimitWindow.Lifetime),
            Spent = refusal.Spent,
            Held = refusal.Held,
            Asked = worst[resource],
            FitsAt = refusal.FitsAt,
            Fitting = refusal.Fitting,
        }
        : new BudgetRefusal { Reason = RefusalReason.Ledger, Scope = refusal.Scope, Detail = refusal.Message };

    /// <summary>A ledger keeps sums and has no room for peaks.</summary>
    private static Cost SumsOf(Cost cost)
    {
        var sums = cost;
        foreach (var (resource, _) in cost.Entries)
        {
            sums = resource.IsPeak ? sums.With(resource, 0) : sums;
        }

        return sums;
    }

    /// <summary>The caller no longer waits, but the entry may still be written.</summary>
    private async Task GiveBackAsync(Task<LedgerResult> asked)
    {
        try
        {
            if (await asked.ConfigureAwait(false) is { IsAccepted: true } result)
            {
                await ledger.ReleaseAsync(result.HoldId).ConfigureAwait(false);
            }
        }
        catch (Exception exception) when (exception is LedgerUnavailableException or LedgerCorruptionException or ObjectDisposedException)
        {
            // The next caller hears of it. If the entry was written after all, its hold expires.
        }
    }
}
