using Prudence.Cli.Running;
using Prudence.Planning.Tasks;

namespace Prudence.Cli.Tests.Commands;

public sealed class GroundTests : IDisposable
{
    private static readonly string Town = RepositoryFiles.Planning("delivery/town.pddl");

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Shows_estimate_sizes_times_and_receipt()
    {
        var run = await CommandLineRun.Of("ground", Town);

        Assert.Equal(ExitCode.Success, run.ExitCode);
        Assert.Matches(@"\n  drive +288 +52 +52\n", run.Out);
        Assert.Matches(@"\n  operators +1,068\n", run.Out);
        Assert.Contains("Times", run.Out, StringComparison.Ordinal);
        Assert.Contains("Receipt", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Estimates_without_grounding()
    {
        var run = await CommandLineRun.Of("ground", Town, "--estimate", "--json");

        Assert.Equal("estimated", run.Json.GetProperty("outcome").GetString());
        Assert.Equal(1068, run.Json.GetProperty("estimate").GetProperty("atMost").GetDouble());
        Assert.Equal(4, run.Json.GetProperty("estimate").GetProperty("actions").GetArrayLength());
        Assert.False(run.Json.TryGetProperty("sizes", out _));
    }

    [Fact]
    public async Task Sizes_come_as_json()
    {
        var run = await CommandLineRun.Of("ground", Town, "--json");

        Assert.Equal("grounded", run.Json.GetProperty("outcome").GetString());
        Assert.False(run.Json.GetProperty("provenUnsolvable").GetBoolean());
        Assert.Equal(11, run.Json.GetProperty("sizes").GetProperty("variables").GetInt32());
        Assert.True(run.Json.GetProperty("seconds").GetProperty("total").GetDouble() > 0);
        Assert.Equal(3, run.Json.GetProperty("receipt").GetProperty("lines").GetArrayLength());
    }

    [Fact]
    public async Task Mutexes_of_pairs_drop_operators_where_asked_for()
    {
        var sizes = (await CommandLineRun.Of("ground", Town, "--h2", "--json")).Json.GetProperty("sizes");
        var text = await CommandLineRun.Of("ground", Town, "--h2");

        Assert.Equal(1068, sizes.GetProperty("operators").GetInt32() + sizes.GetProperty("h2OperatorsPruned").GetInt32());
        Assert.InRange(sizes.GetProperty("h2OperatorsPruned").GetInt32(), 1, 1067);
        Assert.Matches(@"\n  operators dropped by h2 +336\n", text.Out);
    }

    [Fact]
    public async Task Writes_the_task_for_other_planners()
    {
        var run = await CommandLineRun.Of("ground", Town, "--output", folder["town.sas"]);

        Assert.Equal(ExitCode.Success, run.ExitCode);
        using var file = File.OpenText(folder["town.sas"]);
        var task = SasReader.Read(file);
        Assert.Equal(11, task.Variables.Length);
        Assert.Equal(1068, task.Operators.Count);
        Assert.True(task.HasMetric);
    }

    [Fact]
    public async Task A_limit_leaves_the_estimate()
    {
        var run = await CommandLineRun.Of("ground", Town, "--memory", "1MiB", "--json");

        Assert.Equal(ExitCode.MemoryLimit, run.ExitCode);
        Assert.Equal("stopped", run.Json.GetProperty("outcome").GetString());
        Assert.Equal("memory", run.Json.GetProperty("receipt").GetProperty("stoppedBy").GetString());
        Assert.Contains("stopped before the task was ground", (await CommandLineRun.Of("ground", Town, "--memory", "1MiB")).Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Says_where_grounding_proves_that_there_is_no_plan()
    {
        var problem = folder.Write("p.pddl", "(define (problem p) (:domain d) (:init) (:goal (q)))");
        var domain = folder.Write("domain.pddl", "(define (domain d) (:predicates (p) (q)) (:action a :parameters () :precondition (q) :effect (p)))");
        var run = await CommandLineRun.Of("ground", domain, problem);

        Assert.Equal(ExitCode.Success, run.ExitCode);
        Assert.Contains("no plan exists: grounding alone proves it", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Mistakes_in_the_files_are_shown()
    {
        var run = await CommandLineRun.Of("ground", folder.Write("domain.pddl", "(define (domain d)"), Town);

        Assert.Equal(ExitCode.BadFile, run.ExitCode);
        Assert.Contains("error: ", run.Error, StringComparison.Ordinal);
    }
}
