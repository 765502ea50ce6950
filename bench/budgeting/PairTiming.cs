using System.Diagnostics;

namespace Prudence.Bench.Budgeting;

/// <summary>The time and memory of one pair of taking and giving back.</summary>
/// <param name="Median">Nanoseconds.</param>
/// <param name="Low">The second shortest run, in nanoseconds.</param>
/// <param name="High">The second longest run, in nanoseconds.</param>
/// <param name="BytesPerPair">Allocated by this thread.</param>
internal sealed record PairTiming(double Median, double Low, double High, double BytesPerPair)
{
    private const int Pairs = 1_000_000;

    public static PairTiming Of(ISpending spending, int runs)
    {
        spending.Spend(Pairs);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var times = new double[runs];
        for (var run = 0; run < runs; run++)
        {
            var start = Stopwatch.GetTimestamp();
            spending.Spend(Pairs);
            times[run] = Stopwatch.GetElapsedTime(start).TotalNanoseconds / Pairs;
        }

        var bytes = GC.GetAllocatedBytesForCurrentThread() - before;
        Array.Sort(times);
        return new PairTiming(times[runs / 2], times[1], times[^2], (double)bytes / runs / Pairs);
    }
}
