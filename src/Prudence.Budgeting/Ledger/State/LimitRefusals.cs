using System.Globalization;

namespace Prudence.Budgeting;

/// <summary>Works out what somebody should know who is refused for want of room.</summary>
internal static class LimitRefusals
{
    /// <summary>The grants of a scope have no room.</summary>
    public static LedgerRefusal OfGrants(LedgerScope scope, LedgerAccount account, LedgerEntry asked, LedgerScope nearest) =>
        Of(scope, account, account.Granted, account.Spent, window: null, asked, nearest);

    /// <summary>A limit of a scope over a window has no room.</summary>
    public static LedgerRefusal OfWindow(LedgerScope scope, LedgerAccount account, LedgerLimit limit, LedgerEntry asked, LedgerScope nearest) =>
        Of(scope, account, limit.Amount, limit.SpentAt(asked.Time.UtcTicks), limit.Window, asked, nearest);

    public static LedgerRefusal NothingGranted(LedgerEntry entry) =>
        new(LedgerRefusalReason.NothingGranted, entry.Scope, $"Nothing was ever granted to {entry.Scope} or a scope above it: grant something, or correct the name");

    public static LedgerRefusal TooLarge(LedgerScope scope, Resource resource) =>
        new(LedgerRefusalReason.TooLarge, scope.Path, $"The sum of {resource.Name} in {scope.Path} would exceed 2^63 - 1") { Resource = resource };

    private static LedgerRefusal Of(
        LedgerScope scope, LedgerAccount account, long limit, long spent, LimitWindow? window, LedgerEntry asked, LedgerScope nearest)
    {
        string Describe(long amount) => AmountFormat.Describe(account.Resource, amount);
        var (amount, fitting, fitsAt) = (asked.Amounts[account.Resource], Fitting(asked, nearest), FitsAt(asked, nearest));
        var later = fitsAt is { } time ? string.Create(CultureInfo.InvariantCulture, $" now, all of it at {time:yyyy-MM-dd HH:mm:ss}Z") : "";
        return new(LedgerRefusalReason.Limit, scope.Path,
            $"{scope.Path} is limited to {Describe(limit)}{(window is null ? "" : $" {window}")}: {Describe(spent)} spent, {Describe(account.Held)} held, "
            + $"{Describe(amount)} asked for; {fitting} would fit{later}")
        {
            Resource = account.Resource,
            Window = window,
            Limit = limit,
            Spent = spent,
            Held = account.Held,
            Asked = amount,
            Fitting = fitting,
            FitsAt = fitsAt,
        };
    }

    private static Cost Fitting(LedgerEntry asked, LedgerScope nearest)
    {
        var fitting = asked.Amounts;
        foreach (var (account, _) in Accounts(asked, nearest))
        {
            var room = Math.Max(0, account.RoomAt(asked.Time.UtcTicks));
            fitting = fitting.With(account.Resource, Math.Min(fitting[account.Resource], room));
        }

        return fitting;
    }

    /// <summary>When the clock alone makes room in every scope.</summary>
    private static DateTimeOffset? FitsAt(LedgerEntry asked, LedgerScope nearest)
    {
        var fitsAt = asked.Time.UtcTicks;
        foreach (var (account, amount) in Accounts(asked, nearest))
        {
            if (amount > account.Room)
            {
                return null;
            }

            foreach (var limit in account.Limits)
            {
                if (limit.TimeOfRoom(asked.Time.UtcTicks, account.Held, amount) is not { } time)
                {
                    return null;
                }

                fitsAt = Math.Max(fitsAt, time);
            }
        }

        return new DateTimeOffset(fitsAt, TimeSpan.Zero);
    }

    private static IEnumerable<(LedgerAccount Account, long Amount)> Accounts(LedgerEntry asked, LedgerScope nearest)
    {
        for (var scope = nearest; scope is not null; scope = scope.Parent)
        {
            foreach (var (resource, amount) in asked.Amounts.Amounts)
            {
                if (scope.Find(resource) is { } account)
                {
                    yield return (account, amount);
                }
            }
        }
    }
}
