namespace Prudence.Budgeting;

/// <summary>What fits into the grants, for the life of the ledger, of a scope and of all scopes above it.</summary>
internal static class LimitRules
{
    public static bool IsLimited(LedgerState state, string path, Resource resource)
    {
        for (var scope = state.FindNearest(path); scope is not null; scope = scope.Parent)
        {
            if (scope.Find(resource) is { IsLimited: true })
            {
                return true;
            }
        }

        return false;
    }

    public static LedgerRefusal? CheckGrant(LedgerState state, LedgerEntry entry)
    {
        if (entry.Window is not null)
        {
            return null;
        }

        var scope = state.FindNearest(entry.Scope);
        foreach (var (resource, amount) in entry.Amounts.Entries)
        {
            if (scope?.Path == entry.Scope && scope.Find(resource) is { } account && amount > long.MaxValue - account.Granted)
            {
                return LimitRefusals.TooLarge(scope, resource);
            }
        }

        return null;
    }

    public static LedgerRefusal? CheckReserve(LedgerState state, LedgerEntry entry)
    {
        var nearest = state.FindNearest(entry.Scope);
        if (nearest is not { IsGranted: true })
        {
            return LimitRefusals.NothingGranted(entry);
        }

        for (var scope = nearest; scope is not null; scope = scope.Parent)
        {
            foreach (var (resource, amount) in entry.Amounts.Entries)
            {
                if (scope.Find(resource) is { } account && amount > account.Room)
                {
                    return account.Grants == 0 ? LimitRefusals.TooLarge(scope, resource) : LimitRefusals.OfGrants(scope, account, entry, nearest);
                }
            }
        }

        return null;
    }

    public static LedgerRefusal? CheckSettle(LedgerState state, LedgerEntry entry, LedgerHold hold)
    {
        for (var scope = state.FindNearest(entry.Scope); scope is not null; scope = scope.Parent)
        {
            foreach (var (resource, amount) in entry.Amounts.Entries)
            {
                var freed = hold.IsExpired ? 0 : hold.Worst[resource];
                if (scope.Find(resource) is { } account && amount > long.MaxValue - account.Spent - (account.Held - freed))
                {
                    return LimitRefusals.TooLarge(scope, resource);
                }
            }
        }

        return null;
    }

    public static LedgerRefusal? CheckAdjust(LedgerState state, LedgerEntry entry)
    {
        var nearest = state.FindNearest(entry.Scope);
        if (nearest is not { IsGranted: true })
        {
            return LimitRefusals.NothingGranted(entry);
        }

        var isCredit = entry.Marks.HasFlag(LedgerMarks.Credit);
        if (isCredit && nearest.Path != entry.Scope)
        {
            return new(LedgerRefusalReason.CreditAboveSpent, entry.Scope, $"Nothing was spent in {entry.Scope}");
        }

        for (var scope = nearest; scope is not null; scope = scope.Parent)
        {
            foreach (var (resource, amount) in entry.Amounts.Entries)
            {
                var (spent, held) = scope.Find(resource) is { } account ? (account.Spent, account.Held) : (0, 0);
                if (isCredit && amount > spent)
                {
                    return new(LedgerRefusalReason.CreditAboveSpent, scope.Path,
                        $"Only {AmountFormat.Describe(resource, spent)} spent in {scope.Path}: {AmountFormat.Describe(resource, amount)} cannot be given back")
                    { Resource = resource, Spent = spent, Asked = amount };
                }

                if (!isCredit && amount > long.MaxValue - spent - held)
                {
                    return LimitRefusals.TooLarge(scope, resource);
                }
            }
        }

        return null;
    }
}
