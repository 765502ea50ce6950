namespace Prudence.Bench.Planning.Results;

/// <summary>Two planners on the tasks that both have run. Ratios above one favour the first.</summary>
internal sealed class Comparison
{
    private readonly (RunRow First, RunRow Second)[] pairs;

    public Comparison(IEnumerable<RunRow> first, IEnumerable<RunRow> second)
    {
        var others = second.ToDictionary(static row => row.Key, StringComparer.Ordinal);
        pairs = [.. first.Where(row => others.ContainsKey(row.Key)).Select(row => (row, others[row.Key]))];
    }

    public int Count => pairs.Length;

    public int FirstSolved => pairs.Count(static pair => IsSolved(pair.First));

    public int SecondSolved => pairs.Count(static pair => IsSolved(pair.Second));

    public IReadOnlyList<string> OnlyFirst => [.. pairs.Where(static pair => IsSolved(pair.First) && !IsSolved(pair.Second)).Select(static pair => pair.First.Key)];

    public IReadOnlyList<string> OnlySecond => [.. pairs.Where(static pair => !IsSolved(pair.First) && IsSolved(pair.Second)).Select(static pair => pair.First.Key)];

    /// <summary>Coverage by suite: name, tasks, solved by the first, solved by the second.</summary>
    public IEnumerable<(string Suite, int Tasks, int First, int Second)> BySuite => pairs
        .GroupBy(static pair => pair.First.Suite, StringComparer.Ordinal)
        .OrderBy(static suite => suite.Key, StringComparer.Ordinal)
        .Select(static suite => (
            suite.Key, suite.Count(), suite.Count(static pair => IsSolved(pair.First)), suite.Count(static pair => IsSolved(pair.Second))));

    /// <summary>A plan that is not valid counts as nothing.</summary>
    public static bool IsSolved(RunRow row) => row.Status == RunStatus.Solved && row.Validated != false;

    /// <summary>Whole runs, from start to end, where both solved the task.</summary>
    public RatioSummary? WallTime => Ratio(static row => 1 / row.WallSeconds, static _ => true);

    /// <summary>Cost of plans where both found one: above one if the first's are cheaper.</summary>
    public RatioSummary? PlanCost => Ratio(static row => 1 / (double)(row.Cost ?? 0), static row => row.Cost > 0);

    /// <summary>States expanded per second of search, where both searched for at least <paramref name="seconds"/>.</summary>
    public RatioSummary? ExpansionRate(double seconds) => Ratio(static row => row.Expanded / row.SearchSeconds, row => row.SearchSeconds >= seconds);

    /// <summary>States evaluated per second of search.</summary>
    public RatioSummary? EvaluationRate(double seconds) => Ratio(static row => row.Evaluated / row.SearchSeconds, row => row.SearchSeconds >= seconds);

    /// <summary>Stored states per byte of peak memory of the searching process, where both stored at least <paramref name="states"/>.</summary>
    public RatioSummary? StatesPerByte(long states) => Ratio(
        static row => row.States / (double?)row.SearchPeakBytes, row => row.States >= states);

    /// <summary>The medians of the wall time of all runs that both solved.</summary>
    public (double First, double Second) MedianWallSeconds
    {
        get
        {
            var both = pairs.Where(static pair => IsSolved(pair.First) && IsSolved(pair.Second)).ToArray();
            return (Median(both.Select(static pair => pair.First.WallSeconds)), Median(both.Select(static pair => pair.Second.WallSeconds)));
        }
    }

    private RatioSummary? Ratio(Func<RunRow, double?> figure, Func<RunRow, bool> counts) => RatioSummary.Of(pairs
        .Where(pair => IsSolved(pair.First) && IsSolved(pair.Second) && counts(pair.First) && counts(pair.Second))
        .Select(pair => (pair.First.Suite, Ratio: figure(pair.First) / figure(pair.Second) ?? 0)));

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return sorted.Length == 0 ? 0 : (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }
}
