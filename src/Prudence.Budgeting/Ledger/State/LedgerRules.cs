namespace Prudence.Budgeting;

/// <summary>Which entry may follow which. The writer asks before it writes, and whoever opens a ledger asks again for every entry.</summary>
internal static class LedgerRules
{
    /// <summary>Why an entry may not come next, or null. Does not look at the chain of hashes.</summary>
    public static LedgerRefusal? Check(LedgerState state, LedgerEntry entry)
    {
        if (entry.IdempotencyKey.Length > 0 && state.FindOutcome(entry.IdempotencyKey) is not null)
        {
            return new(LedgerRefusalReason.KeyReused, entry.Scope,
                $"The idempotency key {entry.IdempotencyKey} was used for another request: use a new key, or repeat the request as it was");
        }

        foreach (var (resource, _) in entry.Amounts.Entries)
        {
            if (state.FindResource(resource.Name) is { } known && known.Unit != resource.Unit)
            {
                return new(LedgerRefusalReason.OtherUnit, entry.Scope,
                    $"The ledger counts {resource.Name} in '{known.Unit}', not in '{resource.Unit}': convert the amount")
                { Resource = known };
            }
        }

        return entry.Kind switch
        {
            LedgerEntryKind.Grant => LimitRules.CheckGrant(state, entry),
            LedgerEntryKind.Reserve => LimitRules.CheckReserve(state, entry) ?? CheckNewHold(entry),
            LedgerEntryKind.Adjust => LimitRules.CheckAdjust(state, entry),
            _ => CheckHold(state, entry),
        };
    }

    /// <summary>The marks that an entry must have.</summary>
    public static LedgerMarks MarksOf(LedgerState state, LedgerEntry entry)
    {
        var marks = entry.Kind == LedgerEntryKind.Adjust ? entry.Marks & LedgerMarks.Credit : LedgerMarks.None;
        if (entry.Kind is LedgerEntryKind.Settle or LedgerEntryKind.Release && state.FindHold(entry.HoldId) is { } hold)
        {
            marks |= hold.IsExpired ? LedgerMarks.AfterExpiry : LedgerMarks.None;
            marks |= entry.Kind == LedgerEntryKind.Settle && IsOverrun(state, entry, hold) ? LedgerMarks.Overrun : LedgerMarks.None;
        }

        return marks;
    }

    private static bool IsOverrun(LedgerState state, LedgerEntry entry, LedgerHold hold)
    {
        foreach (var (resource, amount) in entry.Amounts.Entries)
        {
            var held = hold.Worst[resource];
            if (amount > held && (held > 0 || LimitRules.IsLimited(state, entry.Scope, resource)))
            {
                return true;
            }
        }

        return false;
    }

    private static LedgerRefusal? CheckNewHold(LedgerEntry entry) =>
        entry.HoldId == entry.Sequence && entry.ExpiresAt is not null ? null : Inconsistent(entry, "a reservation names its own sequence and its expiry");

    private static LedgerRefusal? CheckHold(LedgerState state, LedgerEntry entry)
    {
        if (state.FindHold(entry.HoldId) is not { } hold)
        {
            return new(LedgerRefusalReason.NoHold, entry.Scope, $"There is no hold {entry.HoldId}: it was settled or released before, or never made");
        }

        if (entry.Scope != hold.Scope)
        {
            return Inconsistent(entry, $"hold {hold.Id} is in {hold.Scope}");
        }

        if (entry.Kind == LedgerEntryKind.Settle)
        {
            return LimitRules.CheckSettle(state, entry, hold);
        }

        var isRight = entry.Amounts.Equals(hold.Worst)
            && (entry.Kind == LedgerEntryKind.Release || (!hold.IsExpired && entry.Time >= hold.ExpiresAt));
        return isRight ? null : Inconsistent(entry, $"hold {hold.Id} has other amounts, or does not expire now");
    }

    private static LedgerRefusal Inconsistent(LedgerEntry entry, string why) => new(LedgerRefusalReason.Inconsistent, entry.Scope, why);
}
