using System.Reflection;
using Prudence.Budgeting;
using Prudence.Charts;
using Prudence.Cli.Output;
using Prudence.Planning;
using Prudence.Planning.Explanation;

namespace Prudence.Cli.Reports;

/// <summary>A page about one planner run that stands on its own: no scripts, nothing fetched from elsewhere.</summary>
internal static class PlanReport
{
    /// <summary>Writes the page.</summary>
    /// <param name="result">The run.</param>
    /// <param name="explanation">Why the steps of its plan are there; null leaves that out.</param>
    public static string Write(PlannerResult result, PlanExplanation? explanation)
    {
        using var page = new Markup();
        page.DocumentType();
        page.Open("html", ("lang", "en"));
        WriteHead(page, result);
        page.Open("body");
        WriteHeader(page, result);
        page.Open("main");
        WriteFigures(page, result);
        if (result.Best is { } best)
        {
            PlanSection.Write(page, best.Plan, result.Task!, explanation);
        }

        SearchSection.Write(page, result);
        GroundingSection.Write(page, result.Grounding);
        ReceiptSection.Write(page, result.Receipt);
        page.Close();
        page.Open("footer");
        page.Leaf("p", $"Prudence {typeof(PlanReport).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion}");
        page.Close();
        page.Close();
        page.Close();
        return page.ToString() + "\n";
    }

    private static void WriteHead(Markup page, PlannerResult result)
    {
        page.Open("head");
        page.Void("meta", ("charset", "utf-8"));
        page.Void("meta", ("name", "viewport"), ("content", "width=device-width, initial-scale=1"));
        page.Leaf("title", $"{result.Task?.Problem.Name ?? "task"}: {PlanVerdict.Of(result)}");
        page.Open("style");
        page.Raw(ReportStyle.Sheet);
        page.Close();
        page.Close();
    }

    private static void WriteHeader(Markup page, PlannerResult result)
    {
        page.Open("header");
        page.Leaf("h1", result.Task?.Problem.Name ?? "task");
        page.Leaf("p", $"a problem of the domain {result.Task?.Domain.Name}", ("class", "quiet"));
        page.Leaf("p", PlanVerdict.Of(result), ("class", result.Best is null ? "verdict bad" : "verdict good"));
        page.Close();
    }

    private static void WriteFigures(Markup page, PlannerResult result)
    {
        page.Open("dl", ("class", "figures"));
        if (result.Best is { } best)
        {
            Figure("cost", AmountFormat.Count(best.Cost));
            Figure("steps", AmountFormat.Count(best.Plan.Length));
            Figure(result.Plans.Length > 1 ? "best plan after" : "found after", AmountFormat.Time(best.Elapsed));
        }

        if (result.Search is { } search)
        {
            Figure("states expanded", AmountFormat.Count(search.Expanded));
        }

        Figure("run time", AmountFormat.Time(TimeSpan.FromMicroseconds(result.Receipt.Total[Resource.WallTime])));
        Figure("peak memory", AmountFormat.Memory(result.PeakMemoryBytes));
        page.Close();

        void Figure(string name, string value)
        {
            page.Open("div");
            page.Leaf("dt", name);
            page.Leaf("dd", value);
            page.Close();
        }
    }
}
