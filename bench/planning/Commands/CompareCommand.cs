using System.CommandLine;
using System.Globalization;
using Prudence.Bench.Planning.Results;

namespace Prudence.Bench.Planning.Commands;

/// <summary><c>compare</c>: two result files side by side, as Markdown.</summary>
internal static class CompareCommand
{
    public static Command Create()
    {
        var first = new Argument<string>("first") { Description = "A result file of `run`; ratios above one favour it." };
        var second = new Argument<string>("second") { Description = "Another one, on the same sample." };
        var seconds = new Option<double>("--least-seconds") { Description = "Rates count where both searched at least this long.", DefaultValueFactory = static _ => 0.1 };
        var states = new Option<long>("--least-states") { Description = "Memory counts where both stored at least so many states.", DefaultValueFactory = static _ => 500_000 };
        var suites = new Option<bool>("--by-suite") { Description = "Also show coverage by suite." };
        var command = new Command("compare", "Compare two result files: coverage, speed, memory, plan costs.") { first, second, seconds, states, suites };
        command.SetAction(arguments => Compare(
            new ResultsFile(arguments.GetRequiredValue(first)).Read(),
            new ResultsFile(arguments.GetRequiredValue(second)).Read(),
            arguments.GetValue(seconds),
            arguments.GetValue(states),
            arguments.GetValue(suites)));
        return command;
    }

    private static void Compare(IReadOnlyList<RunRow> first, IReadOnlyList<RunRow> second, double seconds, long states, bool bySuite)
    {
        var comparison = new Comparison(first, second);
        var (firstName, secondName) = (Name(first), Name(second));
        Write($"| | {firstName} | {secondName} |");
        Write("| --- | --- | --- |");
        Write($"| solved of {comparison.Count} | {comparison.FirstSolved} | {comparison.SecondSolved} |");
        Write($"| only this one | {comparison.OnlyFirst.Count} | {comparison.OnlySecond.Count} |");
        var (median, otherMedian) = comparison.MedianWallSeconds;
        Write($"| median whole run, both solved | {median:0.00} s | {otherMedian:0.00} s |");
        Write("");
        Write("| first : second, above 1 is better | tasks (suites) | geometric mean | 95 % interval | range |");
        Write("| --- | --- | --- | --- | --- |");
        Ratio("whole run, speed", comparison.WallTime);
        Ratio("expansions per second", comparison.ExpansionRate(seconds));
        Ratio("evaluations per second", comparison.EvaluationRate(seconds));
        Ratio("states per byte of peak memory", comparison.StatesPerByte(states));
        Ratio("cheapness of plans", comparison.PlanCost);
        Write("");
        Write($"only {firstName}: {string.Join(", ", comparison.OnlyFirst)}");
        Write($"only {secondName}: {string.Join(", ", comparison.OnlySecond)}");
        if (bySuite)
        {
            Write("");
            Write($"| suite | tasks | {firstName} | {secondName} |");
            Write("| --- | --- | --- | --- |");
            foreach (var (suite, tasks, one, other) in comparison.BySuite)
            {
                Write($"| {suite} | {tasks} | {one} | {other} |");
            }
        }
    }

    private static void Ratio(string what, RatioSummary? summary)
    {
        if (summary is not null)
        {
            Write($"| {what} | {summary.Count} ({summary.Suites}) | {summary.Mean:0.00} | {summary.Low:0.00}-{summary.High:0.00} | {summary.Smallest:0.00}-{summary.Largest:0.00} |");
        }
    }

    private static string Name(IReadOnlyList<RunRow> rows) => rows.Count == 0 ? "nothing" : $"{rows[0].Planner} {rows[0].Config} ({rows[0].CpuLimit:0.#} s)";

    private static void Write(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));

    private static void Write(string line) => Console.WriteLine(line);
}
