using System.Text.Json;
using Prudence.Cli.Running;

namespace Prudence.Cli.Tests.Commands;

public sealed class PlanTests : IDisposable
{
    private static readonly string Market = RepositoryFiles.Planning("delivery/market.pddl");
    private static readonly string Storm = RepositoryFiles.Planning("grid/storm.pddl");

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Shows_the_plan_and_the_receipt_and_tells_of_the_plan_on_standard_error()
    {
        var run = await CommandLineRun.Of("plan", Market, "--time", "60s", "--memory", "4GiB");

        Assert.Equal(ExitCode.Success, run.ExitCode);
        Assert.Contains("\nvalid: 12 steps, cost 45\n", run.Out, StringComparison.Ordinal);
        Assert.Matches(@"\n  time    .+ of 60\.0 s, .+ left\n", run.Out);
        Assert.Matches(@"\n  memory  .+ of 4\.00 GiB, .+ left\n", run.Out);
        Assert.Matches(@"^plan 1: cost 45, 12 steps, [0-9.]+ m?s\n$", run.Error);
    }

    [Fact]
    public async Task Quiet_says_nothing_on_standard_error_and_verbose_tells_the_phases()
    {
        Assert.Empty((await CommandLineRun.Of("plan", Market, "--quiet")).Error);
        Assert.StartsWith("parsing\ngrounding\nsearch\nplan 1: ", (await CommandLineRun.Of("plan", Market, "--verbose")).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_object_for_scripts_has_the_members_they_rely_on()
    {
        var run = await CommandLineRun.Of("plan", Market, "--preset", "optimal", "--json", "--explain");
        var json = run.Json;

        Assert.Equal("solved", json.GetProperty("outcome").GetString());
        Assert.Equal(0, json.GetProperty("exitCode").GetInt32());
        Assert.True(json.GetProperty("validated").GetBoolean());
        Assert.True(json.GetProperty("optimal").GetBoolean());
        Assert.Equal(42, json.GetProperty("cost").GetInt64());
        Assert.Equal(13, json.GetProperty("plan").GetArrayLength());
        Assert.Equal("astar(lmcut)", json.GetProperty("configuration").GetString());
        Assert.Equal(42, json.GetProperty("plans")[0].GetProperty("cost").GetInt64());
        Assert.Equal(13, json.GetProperty("plans")[0].GetProperty("steps").GetInt32());
        Assert.Equal(13, json.GetProperty("explanation").GetArrayLength());
        Assert.Equal("none", json.GetProperty("receipt").GetProperty("stoppedBy").GetString());
        string[] statistics =
            ["expanded", "evaluated", "generated", "states", "searchSeconds", "searchBytes", "variables", "facts", "operators", "axioms", "mutexGroups", "groundingSeconds", "peakMemoryBytes"];
        Assert.All(statistics, name => Assert.Equal(JsonValueKind.Number, json.GetProperty("statistics").GetProperty(name).ValueKind));
    }

    [Fact]
    public async Task A_limit_without_a_plan_has_its_code_and_nulls()
    {
        var run = await CommandLineRun.Of("plan", Storm, "-p", "astar-blind", "--expansions", "3", "--json");

        Assert.Equal(ExitCode.ExpansionLimit, run.ExitCode);
        Assert.Equal("stopped", run.Json.GetProperty("outcome").GetString());
        Assert.Equal(JsonValueKind.Null, run.Json.GetProperty("plan").ValueKind);
        Assert.Equal(JsonValueKind.Null, run.Json.GetProperty("cost").ValueKind);
        Assert.Equal(0, run.Json.GetProperty("plans").GetArrayLength());
        Assert.Equal("expansions", run.Json.GetProperty("receipt").GetProperty("stoppedBy").GetString());
    }

    [Fact]
    public async Task A_memory_limit_below_what_the_program_needs_ends_the_run()
    {
        var run = await CommandLineRun.Of("plan", Storm, "--memory", "1MiB");

        Assert.Equal(ExitCode.MemoryLimit, run.ExitCode);
        Assert.Contains("stopped by  the memory limit", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Explains_on_request()
    {
        var run = await CommandLineRun.Of("plan", Market, "--explain");

        Assert.Contains("Why each step is there", run.Out, StringComparison.Ordinal);
        Assert.Contains("for the goal", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_single_plan_goes_to_one_file_that_the_validator_accepts()
    {
        var file = folder["market.plan"];
        await CommandLineRun.Of("plan", Market, "-p", "optimal", "--output", file);

        Assert.EndsWith("\n; cost = 42 (general cost)\n", await File.ReadAllTextAsync(file), StringComparison.Ordinal);
        Assert.Equal([file], folder.Files());
        Assert.Equal(ExitCode.Success, (await CommandLineRun.Of("validate", RepositoryFiles.Planning("delivery/domain.pddl"), Market, file)).ExitCode);
    }

    [Fact]
    public async Task Several_plans_go_to_numbered_files_and_the_best_to_the_named_one()
    {
        var file = folder["storm.plan"];
        var run = await CommandLineRun.Of("plan", Storm, "-p", "good", "-o", file, "--json");
        var plans = run.Json.GetProperty("plans").GetArrayLength();

        Assert.True(plans > 1);
        Assert.Equal(plans + 1, folder.Files().Count);
        Assert.Equal(await File.ReadAllTextAsync($"{file}.{plans}"), await File.ReadAllTextAsync(file));
        Assert.EndsWith("\n; cost = 8 (unit cost)\n", await File.ReadAllTextAsync(file), StringComparison.Ordinal);
        Assert.Equal(plans, run.Error.Split("plan ").Length - 1);
    }

    [Fact]
    public async Task A_report_is_one_page()
    {
        var file = folder["market.html"];
        await CommandLineRun.Of("plan", Market, "--report", file);

        Assert.StartsWith("<!DOCTYPE html>", await File.ReadAllTextAsync(file), StringComparison.Ordinal);
        Assert.Equal([file], folder.Files());
    }

    [Theory]
    [InlineData("did you mean 'fast'?", 33, "--preset", "fsat")]
    [InlineData("known: fast, good, optimal", 33, "--preset", "quick-and-dirty")]
    [InlineData("--search \"astar(ff)\"", 33, "--preset", "astar(ff)")]
    [InlineData("--preset and --search exclude each other", 30, "--preset", "good", "--search", "astar(lmcut)")]
    [InlineData("iterated(eager-greedy(fff))\n                        ^", 33, "--search", "iterated(eager-greedy(fff))")]
    [InlineData("there is no search or preset 'wizard'", 33, "--search", "wizard")]
    [InlineData("'fortnight' is not a time", 30, "--time", "fortnight")]
    [InlineData("at least 1", 30, "--expansions", "0")]
    [InlineData("the folder does not exist", 34, "--output", "no-such-folder/plan")]
    [InlineData("is a folder", 34, "--report", "/")]
    public async Task Mistakes_are_told_before_the_work_begins(string message, int exitCode, params string[] options)
    {
        var run = await CommandLineRun.Of(["plan", Market, .. options]);

        Assert.Equal(exitCode, run.ExitCode);
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
        Assert.Empty(run.Out);
    }

    [Theory]
    [InlineData("(and (on-table ?block) (clear", "(and (on-tabel ?block) (clear", "did you mean `on-table`?")]
    [InlineData("(and (holding ?upper) (clear", "(and (holding ?upper ?lower) (clear", "takes 1")]
    [InlineData("(hand-free))\n\n", "(hand-free)\n\n", "is never closed")]
    public async Task Mistakes_in_the_files_are_shown_in_place(string text, string mistake, string advice)
    {
        var domain = await File.ReadAllTextAsync(RepositoryFiles.Planning("blocks/domain.pddl"));
        Assert.Contains(text, domain, StringComparison.Ordinal);
        var file = folder.Write("domain.pddl", domain.Replace(text, mistake, StringComparison.Ordinal));
        var run = await CommandLineRun.Of("plan", file, RepositoryFiles.Planning("blocks/anomaly.pddl"), "--json");

        Assert.Equal(ExitCode.BadFile, run.ExitCode);
        Assert.Matches(@"domain\.pddl:\d+:\d+: error: ", run.Error);
        Assert.Contains("^", run.Error, StringComparison.Ordinal);
        Assert.Contains(advice, run.Error, StringComparison.Ordinal);
        Assert.NotEqual(0, run.Json.GetProperty("diagnostics").GetArrayLength());
    }
}
