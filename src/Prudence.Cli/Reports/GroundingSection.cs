using Prudence.Charts;
using Prudence.Cli.Output;
using Prudence.Planning.Grounding;

namespace Prudence.Cli.Reports;

/// <summary>How large the task is, and how long it took to ground it.</summary>
internal static class GroundingSection
{
    public static void Write(Markup page, GroundingReport? report)
    {
        if (report is null)
        {
            return;
        }

        page.Open("section");
        page.Leaf("h2", "The ground task");
        page.Open("div", ("class", "pair"));
        WriteTable(page, "sizes", GroundingLines.Sizes(report));
        WriteTable(page, "times", GroundingLines.Times(report));
        page.Close();
        page.Close();
    }

    private static void WriteTable(Markup page, string title, IEnumerable<(string Name, string Value)> lines)
    {
        page.Open("table");
        page.Open("thead");
        page.Open("tr");
        page.Leaf("th", title, ("scope", "col"));
        page.Leaf("th", "", ("scope", "col"), ("aria-label", "value"));
        page.Close();
        page.Close();
        page.Open("tbody");
        foreach (var (name, value) in lines)
        {
            page.Open("tr");
            page.Leaf("td", name);
            page.Leaf("td", value, ("class", "number"));
            page.Close();
        }

        page.Close();
        page.Close();
    }
}
