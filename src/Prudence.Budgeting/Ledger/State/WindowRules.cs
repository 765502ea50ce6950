namespace Prudence.Budgeting;

/// <summary>
/// What fits into the limits over windows. They are asked when an entry is decided, and not again when it is read: whoever reads it may know other
/// rules of the time zone than there were then.
/// </summary>
internal static class WindowRules
{
    public static LedgerRefusal? Check(LedgerState state, LedgerEntry entry)
    {
        if (entry.Kind != LedgerEntryKind.Reserve)
        {
            return null;
        }

        var nearest = state.FindNearest(entry.Scope);
        for (var scope = nearest; scope is not null; scope = scope.Parent)
        {
            foreach (var (resource, amount) in entry.Amounts.Entries)
            {
                if (scope.Find(resource) is { } account && account.FirstWithout(amount, entry.Time.UtcTicks) is { } limit)
                {
                    return LimitRefusals.OfWindow(scope, account, limit, entry, nearest!);
                }
            }
        }

        return null;
    }
}
