namespace Prudence.Bench.Budgeting.Ledgers;

/// <summary>Times durable holds on every store, what the disk can do, and two ways that are often seen instead.</summary>
internal sealed class LedgerBenchmark(string folder)
{
    private const int Runs = 5;
    private const int Writers = 64;
    private static readonly int[] WriterCounts = [1, 8, 64, 512];
    private static readonly TimeSpan Time = TimeSpan.FromSeconds(1);

    public async Task RunAsync()
    {
        Console.WriteLine($"{Runs} runs, each a ledger of its own and {Time.TotalSeconds:0} s after as long to warm up, files in {folder}; the median, and the range.");
        Console.WriteLine();
        await PrintRatesAsync();
        Console.WriteLine();
        await PrintTimesAsync();
        Console.WriteLine();
        await PrintOvershootAsync();
    }

    private async Task PrintRatesAsync()
    {
        Console.WriteLine($"| per second | holds | holds that are settled | holds against one transaction each |");
        Console.WriteLine("| --- | --- | --- | --- |");
        var sqlite = new LedgerLoad(StoreKind.Sqlite, folder, Time);
        var single = await SpreadAsync(() => sqlite.HoldsAsync(Writers, largestBatch: 1));
        foreach (var kind in StoreKind.All)
        {
            var load = new LedgerLoad(kind, folder, Time);
            foreach (var writers in WriterCounts)
            {
                var holds = await SpreadAsync(() => load.HoldsAsync(writers));
                Print($"{kind.Name}, {writers} {(writers == 1 ? "writer" : "writers")}", holds, await SpreadAsync(() => load.PairsAsync(writers)), single);
            }

            Print($"{kind.Name}, one writer with {Writers} in flight", await SpreadAsync(() => load.HoldsInFlightAsync(Writers)), null, single);
        }

        Print($"SQLite, {Writers} writers, one transaction for each entry", single, await SpreadAsync(() => sqlite.PairsAsync(Writers, largestBatch: 1)), single);
        Print($"SQLite, {Writers} writers, check, then record (holds nothing)", null, await SpreadAsync(() => NaiveLoad.RateAsync(folder, Writers, Time)), single);
        Print("fsync of 8 KiB, one after the other", await SpreadAsync(() => Task.FromResult(DiskSync.Rate(folder, Time))), null, single);
    }

    private async Task PrintTimesAsync()
    {
        Console.WriteLine("| one hold at a time, 10 ms apart | median, µs | 99th percentile, µs |");
        Console.WriteLine("| --- | --- | --- |");
        foreach (var kind in StoreKind.All)
        {
            var times = await new LedgerLoad(kind, folder, Time).TimesAsync(500, TimeSpan.FromMilliseconds(10));
            Array.Sort(times);
            Console.WriteLine($"| {kind.Name} | {times[times.Length / 2]:N0} | {times[times.Length * 99 / 100]:N0} |");
        }
    }

    private async Task PrintOvershootAsync()
    {
        const int room = 50;
        var counts = new List<int>();
        for (var run = 0; run < Runs; run++)
        {
            counts.Add(await NaiveLoad.AdmittedAsync(folder, Writers, callsEach: 100, room));
        }

        Console.WriteLine($"Check, then record, {Writers} callers and room for {room}: {counts.Min()} to {counts.Max()} are let through.");
    }

    private static void Print(string name, Spread? holds, Spread? pairs, Spread single) => Console.WriteLine(
        $"| {name} | {holds?.ToString() ?? "-"} | {pairs?.ToString() ?? "-"} | {(holds is null ? "-" : $"{holds.Median / single.Median:0.0}")} |");

    private static async Task<Spread> SpreadAsync(Func<Task<double>> measure)
    {
        var values = new List<double>();
        for (var run = 0; run < Runs; run++)
        {
            values.Add(await measure());
        }

        return Spread.Of(values);
    }
}
