using System.Xml.Linq;
using Prudence.Budgeting;
using Prudence.Cli.Reports;
using Prudence.Planning;
using Prudence.Planning.Explanation;

namespace Prudence.Cli.Tests.Reports;

public class PlanReportTests
{
    private static readonly PlannerResult Solved = Run("delivery/domain.pddl", "delivery/market.pddl", "good");

    [Fact]
    public void The_page_is_well_formed_and_needs_nothing_else()
    {
        var text = PlanReport.Write(Solved, PlanExplainer.Explain(Solved.Task!, Solved.Best!.Plan));
        var page = Parse(text);

        Assert.Equal("html", page.Name.LocalName);
        Assert.DoesNotContain(page.Descendants(), static element => element.Name.LocalName is "script" or "link" or "img" or "iframe");
        Assert.DoesNotContain("http", text, StringComparison.Ordinal);
        Assert.Contains("prefers-color-scheme: dark", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_step_is_in_the_table_and_in_the_picture()
    {
        var page = Parse(PlanReport.Write(Solved, null));
        var rows = page.Descendants("td").Where(static cell => (string?)cell.Attribute("class") == "action").Select(static cell => cell.Value);
        var titles = page.Descendants("g").Select(static step => step.Element("title")!.Value);

        Assert.Equal(Solved.Best!.Plan.Steps.Select(static step => step.ToString()), rows);
        Assert.Equal(Solved.Best.Plan.Steps.Select(static (step, i) => $"{i + 1}. {step}"), titles);
    }

    [Fact]
    public void Pictures_have_descriptions_and_charts_show_estimates_and_costs()
    {
        var page = Parse(PlanReport.Write(Solved, null));

        Assert.All(page.Descendants("svg"), static svg => Assert.True(svg.Attribute("aria-label") is not null || svg.Attribute("aria-hidden") is not null));
        Assert.Equal(["Best heuristic value", "Cost of the best plan"], page.Descendants("h3").Select(static heading => heading.Value));
    }

    [Fact]
    public void Reasons_stand_beside_the_steps_where_they_are_known()
    {
        var page = Parse(PlanReport.Write(Solved, PlanExplainer.Explain(Solved.Task!, Solved.Best!.Plan)));
        var reasons = page.Descendants("td").Where(static cell => (string?)cell.Attribute("class") == "reasons").Select(static cell => cell.Value).ToList();

        Assert.Equal(2 * Solved.Best.Plan.Length, reasons.Count);
        Assert.Contains(reasons, static reason => reason.Contains("for the goal", StringComparison.Ordinal));
    }

    [Fact]
    public void Names_are_shown_as_they_are_written()
    {
        var page = Parse(PlanReport.Write(Solved with { Configuration = "astar(<b>&c)" }, null));

        Assert.Equal("astar(<b>&c)", page.Descendants("code").Single().Value);
    }

    [Fact]
    public void Without_a_plan_it_says_so()
    {
        var result = Run("grid/domain.pddl", "grid/storm.pddl", "astar-blind", new RunLimits { Expansions = 3 });
        var page = Parse(PlanReport.Write(result, null));

        Assert.Contains("no plan found before the run was stopped", page.Descendants("title").First().Value, StringComparison.Ordinal);
        Assert.Contains(page.Descendants("p"), static line => line.Value == "stopped by: the expansion limit");
        Assert.DoesNotContain(page.Descendants("g"), static _ => true);
    }

    [Fact]
    public void An_empty_plan_is_a_plan()
    {
        const string domain = "(define (domain d) (:predicates (p)) (:action a :parameters () :precondition () :effect (p)))";
        var result = new Planner().PlanText(domain, "d", "(define (problem x) (:domain d) (:init (p)) (:goal (p)))", "p");

        Assert.Contains("Nothing has to be done", PlanReport.Write(result, null), StringComparison.Ordinal);
    }

    private static XElement Parse(string page) => XDocument.Parse(page.Replace("<!DOCTYPE html>", "", StringComparison.Ordinal)).Root!;

    private static PlannerResult Run(string domain, string problem, string search, RunLimits? limits = null) =>
        new Planner(new PlannerOptions { Search = search }).PlanFiles(RepositoryFiles.Planning(domain), RepositoryFiles.Planning(problem), limits);
}
