using System.Diagnostics;

namespace Prudence.Bench.Budgeting.Ledgers;

/// <summary>Callers at once, each of which does the same again and again until time is up.</summary>
internal static class Crowd
{
    /// <summary>How often it was done, per second.</summary>
    public static async Task<double> RateAsync(int callers, TimeSpan time, Func<Task> action)
    {
        using var end = new CancellationTokenSource(time);
        var start = Stopwatch.GetTimestamp();
        var counts = await Task.WhenAll(Enumerable.Range(0, callers).Select(_ => Task.Run(() => CountAsync(action, end.Token))));
        return counts.Sum() / Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    private static async Task<long> CountAsync(Func<Task> action, CancellationToken end)
    {
        var count = 0L;
        while (!end.IsCancellationRequested)
        {
            await action();
            count++;
        }

        return count;
    }
}
