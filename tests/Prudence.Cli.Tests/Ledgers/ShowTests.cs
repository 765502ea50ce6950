using Prudence.Cli.Running;

namespace Prudence.Cli.Tests.Ledgers;

public sealed class ShowTests : IDisposable
{
    private readonly LedgerFile file = new();

    public void Dispose() => file.Dispose();

    [Fact]
    public async Task Balances_holds_and_purposes_are_shown()
    {
        await file.WithSampleAsync();

        var run = await CommandLineRun.Of("ledger", "show", "--ledger", file.Path);

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("costs.db: 13 entries, the last at 2026-03-01 01:00:02Z\n", run.Out, StringComparison.Ordinal);
        Assert.Contains("  acme  money  $100.00  $0.025400001  $3.00  $96.974599999\n", run.Columns, StringComparison.Ordinal);
        Assert.Contains("  acme/agents  money  -  $0.00  $3.00  -\n", run.Columns, StringComparison.Ordinal);
        Assert.Contains("  acme/search  output-tokens  10,000  310  0  9,690\n", run.Columns, StringComparison.Ordinal);
        Assert.Contains("has expired, and was given back", run.Out, StringComparison.Ordinal);
        Assert.Contains("  draft  1  0  1 calls of web; [x]%, 1,200 input-tokens, $0.0114, 310 output-tokens\n", run.Columns, StringComparison.Ordinal);
        Assert.Contains("  refund  1  0  -$0.001\n", run.Columns, StringComparison.Ordinal);
        Assert.Contains("  vote, \"loud\"  1  1  $0.015000001\n", run.Columns, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_scope_and_a_time_can_be_asked_for()
    {
        await file.WithSampleAsync();

        var run = await CommandLineRun.Of("ledger", "show", "--ledger", file.Path, "--scope", "acme/search", "--since", "2026-03-01T00:30Z", "--json");

        Assert.Equal(["acme/search"], run.Json.GetProperty("balances").EnumerateArray().Select(static item => item.GetProperty("scope").GetString()!).Distinct());
        Assert.Empty(run.Json.GetProperty("holds").EnumerateArray());
        var purpose = Assert.Single(run.Json.GetProperty("purposes").EnumerateArray());
        Assert.Equal("refund", purpose.GetProperty("purpose").GetString());
        Assert.Equal(-1_000_000, purpose.GetProperty("amounts")[0].GetProperty("amount").GetInt64());
        Assert.Equal("2026-03-01T01:00:02.0000000Z", run.Json.GetProperty("time").GetString());
    }

    [Fact]
    public async Task A_scope_is_not_taken_for_another_that_begins_alike()
    {
        await file.WithSampleAsync();

        var run = await CommandLineRun.Of("ledger", "show", "--ledger", file.Path, "--scope", "acme/sea");

        Assert.Contains("nothing was granted or spent there", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Looking_changes_nothing_and_does_not_hinder_a_writer()
    {
        await file.WithSampleAsync();
        var before = File.ReadAllBytes(file.Path);
        await CommandLineRun.Of("ledger", "show", "--ledger", file.Path);
        Assert.Equal(before, File.ReadAllBytes(file.Path));

        await using var ledger = await file.OpenAsync();
        var written = (await ledger.GrantAsync("acme", LedgerFile.Dollars("$1"))).Entry!.Sequence;
        var run = await CommandLineRun.Of("ledger", "show", "--ledger", file.Path, "--json");
        await ledger.GrantAsync("acme", LedgerFile.Dollars("$1"));

        Assert.Equal(written, run.Json.GetProperty("entries").GetInt64());
    }

    [Fact]
    public async Task A_ledger_that_does_not_exist_is_told_and_not_made()
    {
        file.Write("cost.db", "");

        var run = await CommandLineRun.Of("ledger", "show", "--ledger", file.Path);

        Assert.Equal(ExitCode.UnreadableFile, run.ExitCode);
        Assert.Contains("there is no ledger", run.Error, StringComparison.Ordinal);
        Assert.Contains("did you mean", run.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(file.Path));
    }

    [Fact]
    public async Task Something_else_than_a_ledger_is_refused()
    {
        var text = file.Write("costs.txt", string.Concat(Enumerable.Repeat("no database ", 100)));

        Assert.Equal(ExitCode.BadFile, (await CommandLineRun.Of("ledger", "show", "--ledger", text)).ExitCode);
        Assert.Equal(ExitCode.UnreadableFile, (await CommandLineRun.Of("ledger", "show", "--ledger", file["."])).ExitCode);
    }

    [Fact]
    public async Task A_ledger_may_be_named_by_an_environment_variable()
    {
        await file.WithSampleAsync();
        Environment.SetEnvironmentVariable("PRUDENCE_TEST_LEDGER", file.Path);

        var run = await CommandLineRun.Of("ledger", "show", "--ledger", "env:PRUDENCE_TEST_LEDGER");
        var missing = await CommandLineRun.Of("ledger", "show", "--ledger", "env:PRUDENCE_TEST_LEDGER_2");

        Assert.StartsWith("env:PRUDENCE_TEST_LEDGER: 13 entries", run.Out, StringComparison.Ordinal);
        Assert.Equal(ExitCode.BadCommandLine, missing.ExitCode);
        Assert.Contains("PRUDENCE_TEST_LEDGER_2 does not name a ledger", missing.Error, StringComparison.Ordinal);
    }
}
