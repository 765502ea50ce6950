using System.Text;
using System.Text.Json;
using Prudence.Cli.Running;

namespace Prudence.Cli.Tests.Running;

public sealed class InterruptionTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    public async Task A_signal_ends_the_run_with_the_best_plan_so_far(string signal)
    {
        using var run = ProgramRun.Start("plan", Domain(), Blocks(40), "--search", "iterated(lazy-greedy(ff, preferred=all), uniform-cost)", "--json");
        await run.WaitForMessage("plan 1: ");
        run.Signal(signal);
        var (exitCode, json) = await run.End();

        Assert.Equal(ExitCode.Success, exitCode);
        Assert.Equal("solved", json.GetProperty("outcome").GetString());
        Assert.True(json.GetProperty("plan").GetArrayLength() > 0);
        Assert.Equal("cancelled", json.GetProperty("receipt").GetProperty("stoppedBy").GetString());
    }

    [Fact]
    public async Task Without_a_plan_the_run_counts_as_interrupted()
    {
        using var run = ProgramRun.Start("plan", Domain(), Blocks(40), "--search", "uniform-cost", "--verbose", "--json");
        await run.WaitForMessage("search");
        run.Signal("INT");
        var (exitCode, json) = await run.End();

        Assert.Equal(ExitCode.Interrupted, exitCode);
        Assert.Equal("stopped", json.GetProperty("outcome").GetString());
        Assert.Equal(JsonValueKind.Null, json.GetProperty("plan").ValueKind);
        Assert.Equal("cancelled", json.GetProperty("receipt").GetProperty("stoppedBy").GetString());
    }

    [Fact]
    public async Task Grounding_is_interrupted_too()
    {
        // Eight parameters over sixty objects with no relation between them: more operators than anybody can make.
        var domain = folder.Write("wide.pddl", """
            (define (domain wide) (:predicates (p ?x) (q ?x))
              (:action a :parameters (?a ?b ?c ?d ?e ?f ?g ?h) :precondition (and (p ?a) (p ?b) (p ?c) (p ?d) (p ?e) (p ?f) (p ?g) (p ?h))
                :effect (and (q ?a) (not (p ?b)) (q ?c) (not (p ?d)) (q ?e) (not (p ?f)) (q ?g) (not (p ?h)))))
            """);
        var objects = Enumerable.Range(0, 60).Select(static i => $"o{i}").ToList();
        var problem = folder.Write("p.pddl", $"""
            (define (problem p) (:domain wide) (:objects {string.Join(' ', objects)})
              (:init {string.Join(' ', objects.Select(static name => $"(p {name})"))}) (:goal (q o0)))
            """);
        using var run = ProgramRun.Start("plan", domain, problem, "--memory", "2GiB", "--verbose", "--json");
        await run.WaitForMessage("grounding");
        run.Signal("TERM");
        var (exitCode, json) = await run.End();

        Assert.Equal(ExitCode.Interrupted, exitCode);
        Assert.Equal("grounding", json.GetProperty("receipt").GetProperty("lines")[1].GetProperty("purpose").GetString());
    }

    private static string Domain() => RepositoryFiles.Planning("blocks/domain.pddl");

    /// <summary>Turns a tower upside down, which takes a search without guidance longer than anybody waits.</summary>
    private string Blocks(int count)
    {
        var (tower, goal) = (new StringBuilder("(clear b0) (hand-free)"), new StringBuilder());
        for (var i = 0; i < count - 1; i++)
        {
            tower.Append(" (on b").Append(i).Append(" b").Append(i + 1).Append(')');
            goal.Append(" (on b").Append(i + 1).Append(" b").Append(i).Append(')');
        }

        var names = string.Join(' ', Enumerable.Range(0, count).Select(static i => $"b{i}"));
        return folder.Write("tower.pddl", $"(define (problem tower) (:domain blocks) (:objects {names} - block) (:init {tower} (on-table b{count - 1})) (:goal (and{goal})))");
    }
}
