using Prudence.Budgeting;
using Prudence.Charts;
using Prudence.Planning;
using Prudence.Planning.Search;

namespace Prudence.Cli.Reports;

/// <summary>How the search went.</summary>
internal static class SearchSection
{
    /// <summary>From this ratio on, a linear axis would squeeze most changes into its first pixels.</summary>
    private const double WideRange = 200;

    public static void Write(Markup page, PlannerResult result)
    {
        page.Open("section");
        page.Leaf("h2", "The search");
        page.Open("p");
        page.Leaf("code", result.Configuration);
        page.Close();
        if (result.Search is { } search)
        {
            var states = $"{AmountFormat.Count(search.Expanded)} states expanded, {AmountFormat.Count(search.Evaluated)} evaluated, "
                + $"{AmountFormat.Count(search.Generated)} generated, {AmountFormat.Count(search.DeadEnds)} dead ends";
            page.Leaf("p", $"{states}, in {AmountFormat.Time(result.SearchTime)}.");
            WriteEstimates(page, search);
        }

        WriteCosts(page, result);
        page.Close();
    }

    private static void WriteEstimates(Markup page, SearchStatistics search)
    {
        var points = search.BestEstimates.Select(static point => (X: (double)Math.Max(1, point.Evaluated), Y: (double)point.Estimate)).ToList();
        if (points.Count < 2)
        {
            return;
        }

        var end = Math.Max(search.Evaluated, points[^1].X);
        var rises = points.Zip(points.Skip(1)).Any(static pair => pair.Second.Y > pair.First.Y) ? " Where the line rises, another search begins." : "";
        Heading(page, "Best heuristic value", $"The estimate of what is left to do, in the best state seen so far.{rises}");
        new StepChart
        {
            Description = $"the best heuristic value falls from {points[0].Y} to {points[^1].Y} within {AmountFormat.Count((long)end)} evaluations",
            XLabel = "states evaluated",
            YLabel = "best h",
            X = end > WideRange ? ChartAxis.Logarithmic(1, end) : ChartAxis.Linear(0, end, isWhole: true),
            Y = ChartAxis.Linear(0, points.Max(static point => point.Y), isWhole: true),
            Points = points,
            End = end,
        }.Write(page);
    }

    private static void WriteCosts(Markup page, PlannerResult result)
    {
        if (result.Plans.Length < 2)
        {
            return;
        }

        var points = result.Plans.Select(static plan => (X: plan.Elapsed.TotalSeconds, Y: (double)plan.Cost)).ToList();
        var end = Math.Max(result.Receipt.Total[Resource.WallTime] / 1e6, points[^1].X);
        Heading(page, "Cost of the best plan", "Each mark is a plan that is better than all before.");
        new StepChart
        {
            Description = $"{points.Count} plans: the cost falls from {points[0].Y} to {points[^1].Y}",
            XLabel = "seconds since the run began",
            YLabel = "cost",
            X = end / points[0].X > WideRange ? ChartAxis.Logarithmic(points[0].X, end) : ChartAxis.Linear(0, end, isWhole: false),
            Y = ChartAxis.Linear(points[^1].Y - ((points[0].Y - points[^1].Y) / 4), points[0].Y, isWhole: true),
            Points = points,
            End = end,
            HasMarks = true,
        }.Write(page);
    }

    private static void Heading(Markup page, string title, string text)
    {
        page.Leaf("h3", title);
        page.Leaf("p", text, ("class", "quiet"));
    }
}
