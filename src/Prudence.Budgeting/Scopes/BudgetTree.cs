namespace Prudence.Budgeting;

/// <summary>All scopes of one root under one lock: what a call holds or spends, it does in all its scopes at the same moment.</summary>
internal sealed class BudgetTree
{
    private readonly Lock gate = new();
    private readonly HoldTable holds = new();
    private readonly long holdTimeout;
    private readonly Action<Hold> onExpired = static hold => ReleaseAll(hold.Scope!, hold.Worst);
    private long latest;

    public BudgetTree(BudgetOptions options)
    {
        (Clock, holdTimeout) = (options.Clock, options.HoldTimeout.Ticks);
        Recorder = options.Ledger is { } ledger ? new LedgerRecorder(ledger, this, options.HoldTimeout) : null;
    }

    public TimeProvider Clock { get; }

    /// <summary>Writes to the ledger; null if there is none.</summary>
    public LedgerRecorder? Recorder { get; }

    /// <exception cref="InvalidOperationException">There is a ledger, which nobody may go past.</exception>
    public void CheckNotRecorded()
    {
        if (Recorder is not null)
        {
            throw new InvalidOperationException("This budget is recorded in a ledger: use ReserveAsync, SettleAsync and ReleaseAsync");
        }
    }

    public bool TryReserve(Budget scope, Cost worst, string purpose, out HoldSlot slot, out BudgetRefusal? refusal)
    {
        lock (gate)
        {
            var now = Now();
            refusal = Refuse(scope, worst, now);
            if (refusal is not null)
            {
                slot = default;
                return false;
            }

            for (var at = scope; at is not null; at = at.Parent)
            {
                at.Books.Hold(worst);
            }

            var expiresAt = now > long.MaxValue - holdTimeout ? long.MaxValue : now + holdTimeout;
            slot = holds.Add(scope, worst, purpose, expiresAt);
            return true;
        }
    }

    public Settlement Settle(Budget scope, HoldSlot slot, Cost actual, string? purpose)
    {
        List<(SoftThreshold Threshold, ThresholdCrossing Crossing)>? crossings = null;
        SettlementKind kind;
        lock (gate)
        {
            var now = Now();
            if (!holds.TryTake(slot, out var hold))
            {
                return new Settlement(SettlementKind.Duplicate);
            }

            if (!hold.IsExpired)
            {
                ReleaseAll(scope, hold.Worst);
            }

            var isOverrun = IsOverrun(scope, actual, hold.Worst);
            for (var at = scope; at is not null; at = at.Parent)
            {
                at.Books.Charge(actual, purpose ?? hold.Purpose, isOverrun, now, ref crossings);
            }

            kind = hold.IsExpired ? SettlementKind.AfterExpiry : isOverrun ? SettlementKind.Overrun : SettlementKind.Settled;
        }

        if (crossings is not null)
        {
            foreach (var (threshold, crossing) in crossings)
            {
                threshold.Callback(crossing);
            }
        }

        return new Settlement(kind);
    }

    public bool Release(HoldSlot slot)
    {
        lock (gate)
        {
            Now();
            if (!holds.TryTake(slot, out var hold))
            {
                return false;
            }

            if (!hold.IsExpired)
            {
                ReleaseAll(hold.Scope!, hold.Worst);
            }

            return !hold.IsExpired;
        }
    }

    public void NoteLedgerHold(HoldSlot slot, long ledgerHold)
    {
        lock (gate)
        {
            holds.NoteLedgerHold(slot, ledgerHold);
        }
    }

    public long? FindLedgerHold(HoldSlot slot)
    {
        lock (gate)
        {
            return holds.FindLedgerHold(slot);
        }
    }

    public void Close(Budget scope)
    {
        lock (gate)
        {
            scope.Books.IsClosed = true;
        }
    }

    public bool IsLimited(Budget scope, Resource resource)
    {
        lock (gate)
        {
            return HasLimit(scope, resource);
        }
    }

    public (long Spent, long Held) Amounts(Budget scope, Resource resource)
    {
        lock (gate)
        {
            Now();
            return scope.Books.Find(resource) is { } account ? (account.Spent, account.Held) : (0, 0);
        }
    }

    public IReadOnlyList<LimitStanding> Standing(Budget scope)
    {
        lock (gate)
        {
            var now = Now();
            List<LimitStanding> standing = [];
            foreach (var account in scope.Books.Accounts)
            {
                foreach (var meter in account.Meters)
                {
                    meter.Advance(now);
                    standing.Add(new LimitStanding(scope.Path, meter.Limit, meter.Spent, account.Held));
                }
            }

            return standing;
        }
    }

    public BudgetReceipt Receipt(Budget scope)
    {
        lock (gate)
        {
            Now();
            return BudgetReceipt.Of(scope.Path, scope.Books);
        }
    }

    /// <summary>True if a resource was used beyond its hold, or without one although some scope limits it.</summary>
    private static bool IsOverrun(Budget scope, Cost actual, Cost worst)
    {
        foreach (var (resource, amount) in actual.Entries)
        {
            var held = worst[resource];
            if (amount > held && (held > 0 || HasLimit(scope, resource)))
            {
                return true;
            }
        }

        return false;
    }

    private static bool HasLimit(Budget scope, Resource resource)
    {
        for (var at = scope; at is not null; at = at.Parent)
        {
            if (at.Books.IsLimited(resource))
            {
                return true;
            }
        }

        return false;
    }

    private static void ReleaseAll(Budget scope, Cost worst)
    {
        for (var at = scope; at is not null; at = at.Parent)
        {
            at.Books.Release(worst);
        }
    }

    /// <summary>The time, never before one that was told already; holds whose time is up expire on the way.</summary>
    private long Now()
    {
        latest = Math.Max(latest, Clock.GetUtcNow().UtcTicks);
        holds.Expire(latest, onExpired);
        return latest;
    }

    private static BudgetRefusal? Refuse(Budget scope, Cost worst, long now)
    {
        for (var at = scope; at is not null; at = at.Parent)
        {
            if (at.Books.IsClosed || now >= at.Books.Deadline)
            {
                return new BudgetRefusal { Reason = at.Books.IsClosed ? RefusalReason.Closed : RefusalReason.Deadline, Scope = at.Path };
            }

            if (at.Books.FirstWithoutRoom(worst, now) is { } meter)
            {
                return RefusalReport.Of(scope, at, meter, worst, now);
            }
        }

        return null;
    }
}
