using System.Globalization;
using Prudence.Charts;
using Prudence.Planning.Language;
using Prudence.Planning.Validation;

namespace Prudence.Cli.Reports;

/// <summary>A picture of a plan with a lane for each object and a column for each step: a step is a line that joins the lanes of the objects it involves.</summary>
internal sealed class PlanLanes
{
    private const int MostSteps = 500;
    private const double RowHeight = 22;
    private const double HeaderHeight = 24;
    private const double CharacterWidth = 7.4;

    private readonly Plan plan;
    private readonly LaneLayout layout;
    private readonly List<string> actions;
    private readonly double columnWidth;

    public PlanLanes(Plan plan, PddlTask task)
    {
        this.plan = plan.Length <= MostSteps ? plan : new Plan([.. plan.Steps.Take(MostSteps)]);
        layout = new LaneLayout(this.plan, task);
        actions = [.. plan.Steps.Select(static step => step.Action).Distinct(StringComparer.Ordinal)];
        columnWidth = Math.Clamp(820.0 / this.plan.Length, 16, 34);
        IsCut = plan.Length > MostSteps;
    }

    private bool IsCut { get; }

    private double Height => HeaderHeight + (layout.Rows.Count * RowHeight) + 4;

    public void Write(Markup page)
    {
        WriteLegend(page);
        page.Open("div", ("class", "lanes"));
        WriteNames(page);
        page.Open("div", ("class", "scroll"), ("tabindex", "0"), ("role", "region"), ("aria-label", "the steps from left to right"));
        WriteSteps(page);
        page.Close();
        page.Close();
        var left = string.Join(" ", Notes());
        if (left.Length > 0)
        {
            page.Leaf("p", left, ("class", "quiet"));
        }
    }

    private IEnumerable<string> Notes()
    {
        if (IsCut)
        {
            yield return $"The picture ends after {MostSteps} steps; the table below has all.";
        }

        if (layout.Hidden > 0)
        {
            yield return $"{layout.Hidden.ToString(CultureInfo.InvariantCulture)} objects that few steps involve are left out.";
        }
    }

    private void WriteLegend(Markup page)
    {
        page.Open("ul", ("class", "legend"));
        foreach (var action in actions)
        {
            page.Open("li");
            page.Open("svg", ("width", "12"), ("height", "12"), ("aria-hidden", "true"));
            page.Void("circle", ("class", Color(action)), ("cx", "6"), ("cy", "6"), ("r", "5"));
            page.Close();
            page.Text(action);
            page.Close();
        }

        page.Close();
    }

    private void WriteNames(Markup page)
    {
        var width = Math.Min(260, (layout.Rows.Max(static row => row.Name.Length) * CharacterWidth) + 20);
        page.Open("svg", ("width", Markup.Number(width)), ("height", Markup.Number(Height)), ("aria-hidden", "true"));
        for (var row = 0; row < layout.Rows.Count; row++)
        {
            var (name, isType) = (layout.Rows[row].Name, layout.Rows[row].IsType);
            page.Leaf("text", name, ("class", isType ? "type" : "name"), ("x", isType ? "0" : "10"), ("y", Markup.Number(Y(row) + 4)));
        }

        page.Close();
    }

    private void WriteSteps(Markup page)
    {
        var width = (plan.Length * columnWidth) + 12;
        page.Open(
            "svg",
            ("width", Markup.Number(width)),
            ("height", Markup.Number(Height)),
            ("role", "img"),
            ("aria-label", $"{plan.Length} steps and the {layout.Rows.Count(static row => !row.IsType)} objects they involve; the table below says the same in words"));
        WriteLives(page);
        for (var step = 0; step < plan.Length; step++)
        {
            if (step == 0 || (step + 1) % 5 == 0)
            {
                page.Leaf("text", (step + 1).ToString(CultureInfo.InvariantCulture), ("x", Markup.Number(X(step))), ("y", "14"), ("text-anchor", "middle"));
            }

            WriteStep(page, step);
        }

        page.Close();
    }

    private void WriteLives(Markup page)
    {
        for (var row = 0; row < layout.Rows.Count; row++)
        {
            if (layout.Rows[row] is { IsType: false } lane)
            {
                var y = Markup.Number(Y(row));
                page.Void("line", ("class", "life"), ("x1", Markup.Number(X(lane.First))), ("x2", Markup.Number(X(lane.Last))), ("y1", y), ("y2", y));
            }
        }
    }

    private void WriteStep(Markup page, int index)
    {
        var step = plan.Steps[index];
        var rows = step.Arguments.Select(layout.RowOf).Where(static row => row >= 0).Distinct().Order().ToList();
        page.Open("g", ("class", $"step {Color(step.Action)}"));
        page.Leaf("title", $"{(index + 1).ToString(CultureInfo.InvariantCulture)}. {step}");
        var x = Markup.Number(X(index));
        if (rows.Count == 0)
        {
            page.Void("rect", ("x", Markup.Number(X(index) - 4)), ("y", Markup.Number(HeaderHeight - 6)), ("width", "8"), ("height", "4"));
        }
        else
        {
            page.Void("line", ("x1", x), ("x2", x), ("y1", Markup.Number(Y(rows[0]))), ("y2", Markup.Number(Y(rows[^1]))));
        }

        foreach (var row in rows)
        {
            page.Void("circle", ("cx", x), ("cy", Markup.Number(Y(row))), ("r", "5"));
        }

        page.Close();
    }

    private double X(int step) => ((step + 0.5) * columnWidth) + 6;

    private static double Y(int row) => HeaderHeight + ((row + 0.5) * RowHeight);

    private string Color(string action) => $"c{(actions.IndexOf(action) % ReportStyle.Colors).ToString(CultureInfo.InvariantCulture)}";
}
