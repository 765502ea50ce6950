using System.Xml.Linq;
using Prudence.Cli.Running;

namespace Prudence.Cli.Tests.Simulation;

public sealed class SimulateCommandTests : IDisposable
{
    private const string Small = """
        length: 2h
        scopes: [{scope: a, limits: [{amount: $0.25, notify: [80]}]}]
        streams: [{name: s, scope: a, every: 10min, cost: $0.10}]
        """;

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task The_example_is_a_workload_that_can_be_played_and_drawn()
    {
        var example = await CommandLineRun.Of("budget", "simulate", "--example");
        var run = await CommandLineRun.Of("budget", "simulate", folder.Write("week.yaml", example.Out), "--chart", folder["week.svg"]);

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Equal(File.ReadAllText(Path.Combine(RepositoryFiles.Root, "data", "budgeting", "week.yaml")), example.Out);
        Assert.StartsWith("week.yaml: 7 days from Mon 2026-03-02 00:00 (Europe/Berlin), seed 1\n", run.Out, StringComparison.Ordinal);
        Assert.Contains("For comparison only: the same calls, where one checks what is left, calls, and records afterwards\n", run.Out, StringComparison.Ordinal);
        var picture = XElement.Load(folder["week.svg"]);
        Assert.Contains(picture.Elements(), static element => element.Value == "acme/search: $9.00 per day (Europe/Berlin)");
        Assert.Contains("acme/agents, limited to $180.00: at most $", picture.Elements().Single(static element => element.Name.LocalName == "desc").Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_small_run_is_told_exactly()
    {
        var run = await CommandLineRun.Of("budget", "simulate", folder.Write("small.yaml", Small));

        Assert.Equal(
            """
            small.yaml: 2 h 0 min from Thu 2026-01-01 00:00 (UTC), seed 1

            Calls
              stream  scope  calls  admitted  refused  failed  tried again  waiting
              s       a         11         2        9       0            0        0

            Limits
              scope  limit  most spent  with holds  refused  first refused         reached
              a      $0.25       $0.20       $0.20        9  Thu 2026-01-01 00:30  80 % Thu 2026-01-01 00:20

            Spent
              scope  money  held at the end  overruns  for
              a      $0.20            $0.00         0  s $0.20

            For comparison only: the same calls, where one checks what is left, calls, and records afterwards
              scope  limit  most spent  above, checked first  above, held first
              a      $0.25       $0.30                 $0.05              $0.00

            """,
            run.Out);
    }

    [Fact]
    public async Task Programs_get_whole_numbers()
    {
        var run = await CommandLineRun.Of("budget", "simulate", folder.Write("small.yaml", Small), "--seed", "7", "--json");

        var limit = run.Json.GetProperty("limits")[0];
        Assert.Equal(7, run.Json.GetProperty("seed").GetInt32());
        Assert.Equal(200_000_000, limit.GetProperty("mostSpent").GetInt64());
        Assert.Equal("2026-01-01T00:30:00.0000000Z", limit.GetProperty("firstRefusedAt").GetString());
        Assert.Equal(50_000_000, run.Json.GetProperty("checkedFirst").GetProperty("limits")[0].GetProperty("aboveLimit").GetInt64());
    }

    [Theory]
    [InlineData("{}", "1:1: expected 'scopes:' here")]
    [InlineData("scopes: []\nstreams: []", "1:9: expected at least one scope")]
    [InlineData("scopes: [{scope: a}, {scope: b}]\nstreams: []", "1:30: there is one root")]
    [InlineData("scopes: [{scope: a}, {scope: a/b/c}]\nstreams: []", "1:30: expected the scope above it, 'a/b', before it")]
    [InlineData("scopes: [{scope: a}, {scope: a}]\nstreams: []", "1:30: 'a' is here twice")]
    [InlineData("scopes: [{scope: a, limits: [{amount: 5}]}]\nstreams: []", "1:39: '5' lacks a unit")]
    [InlineData("scopes: [{scope: a, limits: [{amount: $5, per: fortnight}]}]\nstreams: []", "1:48: 'fortnight' is not a window")]
    [InlineData("scopes: [{scope: a, limits: [{amount: $5, notify: [0]}]}]\nstreams: []", "expected a whole number from 1 to 100, found '0'")]
    [InlineData("length: 400d\nscopes: [{scope: a}]\nstreams: []", "1:9: expected at most 366 days")]
    [InlineData("time-zone: Mars\nscopes: [{scope: a}]\nstreams: []", "1:12: this system knows no time zone 'Mars'")]
    [InlineData("scopes: [{scope: a}]\nstreams: [{name: s, scope: aa, every: 1s, cost: $1}]", "2:28: there is no scope 'aa' above")]
    [InlineData("scopes: [{scope: a}]\nstreams: [{name: s, scope: a, cost: $1}]", "2:11: expected 'per-hour:'")]
    [InlineData("scopes: [{scope: a}]\nstreams: [{name: s, scope: a, every: 1ms, cost: $1}]", "expected at most 100000 calls an hour")]
    [InlineData("scopes: [{scope: a}]\nstreams: [{name: s, scope: a, every: 1s}]", "2:11: expected 'model:' with its tokens, or 'cost:'")]
    [InlineData("scopes: [{scope: a}]\nstreams: [{name: s, scope: a, every: 1s, cost: $2-$1}]", "expected the lesser first")]
    [InlineData("scopes: [{scope: a}]\nstreams: [{name: s, scope: a, every: 1s, cost: {median: $1, p95: $2}}]", "expected 'worst-case:' as well")]
    [InlineData("scopes: [{scope: a}]\nstreams: [{name: s, scope: a, every: 1s, cost: $1, output-tokens: 5}]", "'output-tokens' says nothing without 'model:'")]
    [InlineData("scopes: [{scope: a}]\nstreams: [{name: s, scope: a, every: 1s, model: gpt-4ö, input-tokens: 5, output-tokens: 5}]", "2:49: there is no price for the model")]
    [InlineData("scopes: [{scope: a}]\nstreams: [{name: s, scope: a, every: 1s, cost: $1, failures: 2}]", "expected a percentage from 0% to 100%, found '2'")]
    [InlineData("scopes: [{scope: a}]\nstreams: [{name: s, scope: a, every: 1s, cost: $1, latency: soon}]", "expected a time such as 2s")]
    public async Task Mistakes_are_told_with_their_place(string text, string message)
    {
        var run = await CommandLineRun.Of("budget", "simulate", folder.Write("w.yaml", text));

        Assert.Equal(ExitCode.BadFile, run.ExitCode);
        Assert.Contains($"w.yaml:", run.Error, StringComparison.Ordinal);
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_file_it_says_where_to_begin()
    {
        var run = await CommandLineRun.Of("budget", "simulate");

        Assert.Equal(ExitCode.BadCommandLine, run.ExitCode);
        Assert.Contains("prudence budget simulate --example prints one", run.Error, StringComparison.Ordinal);
    }
}
