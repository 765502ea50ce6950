using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;

namespace Prudence.House.Tests.Samples;

/// <summary>The samples do what they say.</summary>
public sealed partial class SampleTests
{
    [Fact]
    public void The_first_plan_solves_the_anomaly() =>
        Assert.Equal(
            ["(unstack c a)", "(put-down c)", "(pick-up b)", "(stack b c)", "(pick-up a)", "(stack a b)"],
            Run("FirstPlan", Planning("blocks", "domain.pddl"), Planning("blocks", "anomaly.pddl")));

    [Fact]
    public void Limits_are_told_with_plans_and_receipt()
    {
        var lines = Run("Limits", Planning("blocks", "domain.pddl"), Planning("blocks", "anomaly.pddl"));

        Assert.Equal(["parsing ...", "grounding ...", "search ...", "a plan of 6 steps that costs 6"], lines[..4]);
        Assert.StartsWith("Solved; ", lines[4], StringComparison.Ordinal);
        Assert.Matches("^  search: [1-9][0-9]* expansions, [1-9][0-9]* evaluations$", lines[^1]);
    }

    [Fact]
    public void The_own_heuristic_is_used_and_beats_ff_in_its_domain()
    {
        var lines = Run("OwnHeuristic", Planning("blocks", "domain.pddl"), Planning("blocks", "turnover.pddl"));

        Assert.All(lines, line => Assert.Contains("Solved", line, StringComparison.Ordinal));
        var evaluations = lines.Select(line => int.Parse(Evaluations().Match(line).Groups[1].Value, CultureInfo.InvariantCulture)).ToList();
        Assert.True(evaluations[0] < evaluations[1], string.Join('\n', lines));
    }

    [Fact]
    public void The_puzzle_is_solved_the_shortest_way()
    {
        var lines = Run("SlidingPuzzle");

        Assert.StartsWith("Solved in 26 moves: ", lines[0], StringComparison.Ordinal);
        Assert.EndsWith("proven to be the shortest way: True", lines[1], StringComparison.Ordinal);
    }

    [Fact]
    public void Metered_calls_are_charged_refused_and_recorded()
    {
        var lines = Run("MeteredCalls");

        Assert.Equal("$0.002135 spent of $0.10 today", lines[1]);
        Assert.Equal(["draft: 1 calls, $0.002135", "vote: 2 calls, $0.00427"], lines[2..4]);
        Assert.StartsWith("not sent: assistant/run-1 is limited to 3 model-calls", lines[4], StringComparison.Ordinal);
        Assert.EndsWith("($0.002135, at most $0.0410875, marks: None)", lines[5], StringComparison.Ordinal);
        Assert.StartsWith("Not called: ", lines[8], StringComparison.Ordinal);
        Assert.Equal(["in the container: $0.002135", "in the ledger: $0.002135 of $0.05"], lines[9..]);
    }

    [Fact]
    public void Models_for_tests_play_what_they_are_told() =>
        Assert.Equal(
            [
                "Budgets hold. after 2 calls, the first Cut, the second Completed",
                "Failed:0 Failed:1 Failed:3 Cut:1 Completed:3 Completed:3 Completed:5 Completed:4 Completed:3 Completed:4",
                "late, at 00:05",
                "54 of 100 calls went well, 1042 tokens of output in truth",
                "Budgets hold. The key was [secret].",
                "0 recorded answers were not asked for",
                "summaries.jsonl has no answer to this request among its 1: record it with CassetteMode.ReplayOrRecord",
            ],
            Run("Testing")[..7]);

    private static string Planning(string folder, string file) => RepositoryFiles.At("data", "planning", folder, file);

    private static string[] Run(string sample, params string[] arguments)
    {
        var (before, output) = (Console.Out, new StringWriter());
        Console.SetOut(output);
        try
        {
            Assembly.Load(sample).EntryPoint!.Invoke(null, [arguments]);
        }
        finally
        {
            Console.SetOut(before);
        }

        return output.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);
    }

    [GeneratedRegex("([0-9]+) evaluations")]
    private static partial Regex Evaluations();
}
