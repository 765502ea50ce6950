namespace Prudence.Budgeting;

/// <summary>Works out what a refused caller should know. Used under the lock of the tree.</summary>
internal static class RefusalReport
{
    /// <param name="scope">The scope that was asked.</param>
    /// <param name="refusing">The first scope, from there upwards, that refuses.</param>
    /// <param name="meter">Its first limit without room.</param>
    /// <param name="worst">What was asked for.</param>
    /// <param name="now">The time in ticks of UTC.</param>
    public static BudgetRefusal Of(Budget scope, Budget refusing, Meter meter, Cost worst, long now)
    {
        var fitting = worst;
        long? fitsAt = now;
        for (var at = scope; at is not null; at = at.Parent)
        {
            foreach (var (resource, asked) in worst.Entries)
            {
                if (at.Books.Find(resource) is { } account)
                {
                    Include(account, asked, now, ref fitting, ref fitsAt);
                }
            }
        }

        var resourceOfLimit = meter.Limit.Resource;
        return new BudgetRefusal
        {
            Reason = RefusalReason.Limit,
            Scope = refusing.Path,
            Limit = meter.Limit,
            Spent = meter.Spent,
            Held = refusing.Books.Find(resourceOfLimit)!.Held,
            Asked = worst[resourceOfLimit],
            FitsAt = fitsAt is { } ticks ? new DateTimeOffset(ticks, TimeSpan.Zero) : null,
            Fitting = fitting,
        };
    }

    private static void Include(Account account, long asked, long now, ref Cost fitting, ref long? fitsAt)
    {
        foreach (var meter in account.Meters)
        {
            meter.Advance(now);
            var room = Math.Max(0, meter.Room(account.Held));
            if (room >= asked)
            {
                continue;
            }

            fitting = fitting.With(account.Resource, Math.Min(fitting[account.Resource], room));
            var time = meter.TimeOfRoom(account.Held, asked);
            fitsAt = fitsAt is null || time is null ? null : Math.Max(fitsAt.Value, time.Value);
        }
    }
}
