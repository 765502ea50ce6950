namespace Prudence.Budgeting;

/// <summary>What fits into the limits of a scope and of all scopes above it.</summary>
internal static class LimitRules
{
    public static bool IsLimited(LedgerState state, string path, Resource resource)
    {
        for (var scope = state.FindNearest(path); scope is not null; scope = scope.Parent)
        {
            if (scope.Find(resource) is { Grants: > 0 })
            {
                return true;
            }
        }

        return false;
    }

    public static LedgerRefusal? CheckGrant(LedgerState state, LedgerEntry entry)
    {
        var scope = state.FindNearest(entry.Scope);
        foreach (var (resource, amount) in entry.Amounts.Entries)
        {
            if (scope?.Path == entry.Scope && scope.Find(resource) is { } account && amount > long.MaxValue - account.Granted)
            {
                return TooLarge(scope, resource);
            }
        }

        return null;
    }

    public static LedgerRefusal? CheckReserve(LedgerState state, LedgerEntry entry)
    {
        var nearest = state.FindNearest(entry.Scope);
        if (nearest is not { IsGranted: true })
        {
            return NothingGranted(entry);
        }

        for (var scope = nearest; scope is not null; scope = scope.Parent)
        {
            foreach (var (resource, amount) in entry.Amounts.Entries)
            {
                if (scope.Find(resource) is { } account && amount > account.Room)
                {
                    return account.Grants == 0 ? TooLarge(scope, resource) : NoRoom(scope, account, entry.Amounts, nearest);
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
                    return TooLarge(scope, resource);
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
            return NothingGranted(entry);
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
                    return TooLarge(scope, resource);
                }
            }
        }

        return null;
    }

    private static LedgerRefusal NoRoom(LedgerScope scope, LedgerAccount account, Cost asked, LedgerScope nearest)
    {
        var fitting = asked;
        for (var at = nearest; at is not null; at = at.Parent)
        {
            foreach (var (resource, _) in asked.Entries)
            {
                if (at.Find(resource) is { } other)
                {
                    fitting = fitting.With(resource, Math.Min(fitting[resource], Math.Max(0, other.Room)));
                }
            }
        }

        string Describe(long amount) => AmountFormat.Describe(account.Resource, amount);
        var amount = asked[account.Resource];
        return new(LedgerRefusalReason.Limit, scope.Path,
            $"{scope.Path} is limited to {Describe(account.Granted)}: {Describe(account.Spent)} spent, {Describe(account.Held)} held, "
            + $"{Describe(amount)} asked for; {fitting} would fit")
        {
            Resource = account.Resource,
            Limit = account.Granted,
            Spent = account.Spent,
            Held = account.Held,
            Asked = amount,
            Fitting = fitting,
        };
    }

    private static LedgerRefusal NothingGranted(LedgerEntry entry) =>
        new(LedgerRefusalReason.NothingGranted, entry.Scope, $"Nothing was ever granted to {entry.Scope} or a scope above it: grant something, or correct the name");

    private static LedgerRefusal TooLarge(LedgerScope scope, Resource resource) =>
        new(LedgerRefusalReason.TooLarge, scope.Path, $"The sum of {resource.Name} in {scope.Path} would exceed 2^63 - 1") { Resource = resource };
}
