using System.Globalization;
using Prudence.Bench.Budgeting;
using Prudence.Bench.Budgeting.Ledgers;

const int Runs = 15;
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
if (args is ["ledger", .. var rest])
{
    await new LedgerBenchmark(rest is [var folder] ? folder : Path.GetTempPath()).RunAsync();
    return;
}

Console.WriteLine($"{Runs} runs each after one to warm up; the median, and the range from the second to the last but one.");
Console.WriteLine();
Console.WriteLine("| reserve and settle | ns per pair | bytes per pair |");
Console.WriteLine("| --- | --- | --- |");
Print("tree of depth 4, one limit in each scope", new TreeSpending(depth: 4, windows: false));
Print("the same, two resources, calendar and rolling windows", new TreeSpending(depth: 4, windows: true));
Print("a single scope", new TreeSpending(depth: 1, windows: false));
Print("check, then record (holds nothing; overspends)", new NaiveSpending());
Console.WriteLine();
Console.WriteLine("| 64 threads, room for 50 of 6,400 calls | admitted, least to most |");
Console.WriteLine("| --- | --- |");
Console.WriteLine($"| reserve, then settle | {Admissions.Range(Runs, Admissions.OfReservations)} |");
Console.WriteLine($"| check, then record | {Admissions.Range(Runs, Admissions.OfNaiveBudget)} |");

static void Print(string name, ISpending spending)
{
    var timing = PairTiming.Of(spending, Runs);
    Console.WriteLine($"| {name} | {timing.Median:0} ({timing.Low:0}-{timing.High:0}) | {timing.BytesPerPair:0.##} |");
}
