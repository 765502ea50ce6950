using Prudence.Cli.Running;

namespace Prudence.Cli.Tests.Commands;

public sealed class ValidateTests : IDisposable
{
    private const string Good = "(unstack c a)\n(put-down c)\n(pick-up b)\n(stack b c)\n(pick-up a)\n(stack a b)\n";

    private static readonly string Domain = RepositoryFiles.Planning("blocks/domain.pddl");
    private static readonly string Problem = RepositoryFiles.Planning("blocks/anomaly.pddl");

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Accepts_a_plan()
    {
        var run = await Validate(Good);

        Assert.Equal(ExitCode.Success, run.ExitCode);
        Assert.Equal("valid: 6 steps, cost 6\n", run.Out);
        Assert.Empty(run.Error);
    }

    [Fact]
    public async Task Explains_the_first_thing_that_is_wrong()
    {
        var run = await Validate(Good.Replace("(pick-up b)\n", "", StringComparison.Ordinal));

        Assert.Equal(ExitCode.InvalidPlan, run.ExitCode);
        Assert.Contains("step 3 (stack b c) cannot be applied: (holding b) does not hold", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Says_which_part_of_the_goal_is_missed()
    {
        var run = await Validate(Good.Replace("(stack a b)\n", "", StringComparison.Ordinal), "--json");

        Assert.Equal("invalid", run.Json.GetProperty("outcome").GetString());
        Assert.False(run.Json.GetProperty("validated").GetBoolean());
        Assert.Equal("(on a b)", run.Json.GetProperty("failure").GetProperty("condition").GetString());
        Assert.Equal(0, run.Json.GetProperty("failure").GetProperty("step").GetInt32());
    }

    [Fact]
    public async Task Explains_every_step()
    {
        var text = await Validate(Good, "--explain");
        Assert.Contains("4. (stack b c)\n  needs    (holding b) [step 3], (clear c) [step 2]\n", text.Out, StringComparison.Ordinal);
        Assert.Contains("(on b c) for the goal", text.Out, StringComparison.Ordinal);

        var json = await Validate(Good, "--explain", "--json");
        var last = json.Json.GetProperty("explanation")[5];
        Assert.Equal("(stack a b)", last.GetProperty("action").GetString());
        Assert.Equal(7, last.GetProperty("serves")[0].GetProperty("for").GetInt32());
    }

    [Fact]
    public async Task Says_which_line_is_no_step()
    {
        var run = await Validate("(unstack c a)\nthen put it down\n");

        Assert.Equal(ExitCode.BadFile, run.ExitCode);
        Assert.Contains(":2:1: error: a step in parentheses was expected", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Errors_in_the_task_come_first()
    {
        var broken = folder.Write("domain.pddl", "(define (domain blocks) (:predicates (on ?x ?y)");
        var run = await CommandLineRun.Of("validate", broken, Problem, folder.Write("plan", Good), "--json");

        Assert.Equal(ExitCode.BadFile, run.ExitCode);
        Assert.Equal("error", run.Json.GetProperty("outcome").GetString());
        Assert.NotEqual(0, run.Json.GetProperty("diagnostics").GetArrayLength());
    }

    private Task<CommandLineRun> Validate(string plan, params string[] options) =>
        CommandLineRun.Of(["validate", Domain, Problem, folder.Write("plan", plan), .. options]);
}
