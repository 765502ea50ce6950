using System.Globalization;
using Prudence.Charts;
using Prudence.Planning.Explanation;
using Prudence.Planning.Language;
using Prudence.Planning.Validation;

namespace Prudence.Cli.Reports;

/// <summary>The plan as a picture and as a table.</summary>
internal static class PlanSection
{
    private const int MostReasons = 6;

    public static void Write(Markup page, Plan plan, PddlTask task, PlanExplanation? explanation)
    {
        if (plan.Length == 0)
        {
            page.Open("section");
            page.Leaf("h2", "The plan");
            page.Leaf("p", "Nothing has to be done: the goal holds at first.");
            page.Close();
            return;
        }

        page.Open("section");
        page.Leaf("h2", "Who takes part in which step");
        new PlanLanes(plan, task).Write(page);
        page.Close();
        page.Open("section");
        page.Leaf("h2", explanation is null ? "The plan" : "The plan, and why each step is there");
        page.Open("div", ("class", "scroll"));
        WriteTable(page, plan, explanation);
        page.Close();
        page.Close();
    }

    private static void WriteTable(Markup page, Plan plan, PlanExplanation? explanation)
    {
        page.Open("table");
        page.Open("thead");
        page.Open("tr");
        page.Leaf("th", "step", ("class", "number"), ("scope", "col"));
        page.Leaf("th", "action", ("scope", "col"));
        if (explanation is not null)
        {
            page.Leaf("th", "cost", ("class", "number"), ("scope", "col"));
            page.Leaf("th", "relies on", ("scope", "col"));
            page.Leaf("th", "brings about", ("scope", "col"));
        }

        page.Close();
        page.Close();
        page.Open("tbody");
        for (var i = 0; i < plan.Length; i++)
        {
            page.Open("tr", ("id", $"step-{Number(i + 1)}"));
            page.Leaf("td", Number(i + 1), ("class", "number"));
            page.Leaf("td", plan.Steps[i].ToString(), ("class", "action"));
            if (explanation is not null)
            {
                WriteReasons(page, explanation.Steps[i], plan.Length);
            }

            page.Close();
        }

        page.Close();
        page.Close();
    }

    private static void WriteReasons(Markup page, ExplainedStep step, int last)
    {
        page.Leaf("td", step.Cost.ToString(CultureInfo.InvariantCulture), ("class", "number"));
        page.Leaf("td", List(step.Needs.Select(static need => need.Step == 0 ? need.Fact : $"{need.Fact} from {Number(need.Step)}")), ("class", "reasons"));
        var served = step.Serves.GroupBy(static service => service.Fact, StringComparer.Ordinal).Select(group =>
            $"{group.Key} for {string.Join(", ", group.Select(service => service.Step > last ? "the goal" : Number(service.Step)))}");
        page.Leaf("td", step.IsRedundant ? "nothing: the plan is valid without it" : List(served), ("class", "reasons"));
    }

    private static string List(IEnumerable<string> reasons)
    {
        var all = reasons.ToList();
        return string.Join("; ", all.Take(MostReasons)) + (all.Count > MostReasons ? $"; and {Number(all.Count - MostReasons)} more" : "");
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
