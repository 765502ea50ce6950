namespace Prudence.Bench.Budgeting.Ledgers;

/// <summary>Checks, then records, with many callers at once. The call itself is a turn of the others.</summary>
internal static class NaiveLoad
{
    private const long Price = 7_000_000;

    /// <summary>Calls recorded per second.</summary>
    public static async Task<double> RateAsync(string parent, int callers, TimeSpan time)
    {
        using var folder = new TemporaryFolder(parent);
        using var table = new NaiveTable(folder.Path, long.MaxValue - Price);
        await Crowd.RateAsync(callers, time, () => CallAsync(table));
        return await Crowd.RateAsync(callers, time, () => CallAsync(table));
    }

    /// <summary>How many calls are let through where there is room for some.</summary>
    public static async Task<int> AdmittedAsync(string parent, int callers, int callsEach, int room)
    {
        using var folder = new TemporaryFolder(parent);
        using var table = new NaiveTable(folder.Path, room * Price);
        var admitted = await Task.WhenAll(Enumerable.Range(0, callers).Select(_ => Task.Run(async () =>
        {
            var count = 0;
            for (var i = 0; i < callsEach; i++)
            {
                count += await CallAsync(table) ? 1 : 0;
            }

            return count;
        })));
        return admitted.Sum();
    }

    private static async Task<bool> CallAsync(NaiveTable table)
    {
        if (!table.HasRoom(Price))
        {
            return false;
        }

        await Task.Yield();
        table.Record(Price);
        return true;
    }
}
