using System.Diagnostics;
using Prudence.Budgeting;

namespace Prudence.Bench.Budgeting.Ledgers;

/// <summary>Times durable holds on a ledger of its own.</summary>
internal sealed class LedgerLoad(StoreKind kind, string parent, TimeSpan time)
{
    private const string Scope = "organisation/team/key";

    private static readonly Cost Worst = Cost.Zero.With(Resource.Money, 12_000_000);
    private static readonly Cost Actual = Cost.Zero.With(Resource.Money, 7_000_000);

    /// <summary>Holds per second of so many writers.</summary>
    public Task<double> HoldsAsync(int writers, int largestBatch = 8192) => RateAsync(writers, largestBatch, HoldAsync);

    /// <summary>Holds that are settled, per second.</summary>
    public Task<double> PairsAsync(int writers, int largestBatch = 8192) =>
        RateAsync(writers, largestBatch, static async ledger => await ledger.SettleAsync(await HoldAsync(ledger), Actual));

    /// <summary>Holds per second of one writer that does not wait for an answer before it has asked for so many more.</summary>
    public Task<double> HoldsInFlightAsync(int inFlight)
    {
        var asked = new Queue<Task>();
        return RateAsync(1, 8192, ledger =>
        {
            asked.Enqueue(HoldAsync(ledger));
            return asked.Count == inFlight ? asked.Dequeue() : Task.CompletedTask;
        });
    }

    /// <summary>How long each of some holds takes, in microseconds, with a pause after each.</summary>
    public Task<double[]> TimesAsync(int count, TimeSpan pause) => WithLedgerAsync(8192, async ledger =>
    {
        var times = new double[count];
        for (var i = 0; i < count; i++)
        {
            var start = Stopwatch.GetTimestamp();
            await HoldAsync(ledger);
            times[i] = Stopwatch.GetElapsedTime(start).TotalMicroseconds;
            await Task.Delay(pause);
        }

        return times;
    });

    private static async Task<long> HoldAsync(Ledger ledger)
    {
        var result = await ledger.ReserveAsync(Scope, Worst, "draft");
        return result.IsAccepted ? result.HoldId : throw new InvalidOperationException(result.Refusal.Message);
    }

    /// <summary>The first while is not counted: code is compiled, and SQLite's log grows until it is written over, which is faster.</summary>
    private Task<double> RateAsync(int writers, int largestBatch, Func<Ledger, Task> action) => WithLedgerAsync(largestBatch, async ledger =>
    {
        await Crowd.RateAsync(writers, time, () => action(ledger));
        return await Crowd.RateAsync(writers, time, () => action(ledger));
    });

    private async Task<T> WithLedgerAsync<T>(int largestBatch, Func<Ledger, Task<T>> measure)
    {
        using var folder = new TemporaryFolder(parent);
        await using var ledger = await Ledger.OpenAsync(await kind.OpenAsync(folder.Path), new LedgerOptions { LargestBatch = largestBatch });
        foreach (var scope in (string[])["organisation", "organisation/team", Scope])
        {
            await ledger.GrantAsync(scope, Cost.Zero.With(Resource.Money, long.MaxValue));
        }

        return await measure(ledger);
    }
}
