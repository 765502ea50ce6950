using Prudence.Budgeting;
using Prudence.Cli.Ledgers;
using Prudence.Cli.Running;

namespace Prudence.Cli.Tests.Ledgers;

public sealed class GrantTests : IDisposable
{
    private readonly LedgerFile file = new();

    public void Dispose() => file.Dispose();

    [Fact]
    public async Task A_ledger_is_made_only_where_that_is_wanted()
    {
        var refused = await CommandLineRun.Of("ledger", "grant", "acme", "$5", "--ledger", file.Path);
        Assert.Equal(ExitCode.UnreadableFile, refused.ExitCode);
        Assert.Contains("--create makes one", refused.Error, StringComparison.Ordinal);
        Assert.Empty(file.Files());

        var granted = await CommandLineRun.Of("ledger", "grant", "acme", "$5, 10,000 output-tokens", "--ledger", file.Path, "--create", "--purpose", "March");
        Assert.Equal(0, granted.ExitCode);
        Assert.Contains("granted $5.00, 10,000 output-tokens to acme: entry 1\n", granted.Out, StringComparison.Ordinal);
        Assert.Contains("  money          $5.00 granted, $0.00 spent, $0.00 held\n", granted.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_repetition_with_its_key_grants_nothing_more_and_another_body_is_refused()
    {
        string[] grant = ["ledger", "grant", "acme", "$5", "--ledger", file.Path, "--create", "--key", "2026-03"];
        await CommandLineRun.Of(grant);
        var again = await CommandLineRun.Of([.. grant, "--json"]);
        var other = await CommandLineRun.Of("ledger", "grant", "acme", "$6", "--ledger", file.Path, "--key", "2026-03");

        Assert.Equal("repeated", again.Json.GetProperty("outcome").GetString());
        Assert.Equal(5_000_000_000, again.Json.GetProperty("balances")[0].GetProperty("granted").GetInt64());
        Assert.Equal(ExitCode.BadCommandLine, other.ExitCode);
        Assert.Contains("was used for another request", other.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_window_limits_instead_of_adding_up()
    {
        string[] grant = ["ledger", "grant", "acme", "$5", "--ledger", file.Path, "--create", "--per"];
        var day = await CommandLineRun.Of([.. grant, "day", "--time-zone", "Europe/Berlin"]);
        await CommandLineRun.Of([.. grant, "24h"]);
        await CommandLineRun.Of([.. grant, "24h"]);
        var show = await CommandLineRun.Of("ledger", "show", "--ledger", file.Path);

        Assert.Contains("granted $5.00 per day (Europe/Berlin) to acme: entry 1\n", day.Out, StringComparison.Ordinal);
        Assert.Contains("  acme  money  per day (Europe/Berlin)  $5.00  $0.00  $0.00  $5.00\n", show.Columns, StringComparison.Ordinal);
        Assert.Contains("  acme  money  in any 24 h 0 min  $5.00  $0.00  $0.00  $5.00\n", show.Columns, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("'fortnight' is not a window", "--per", "fortnight")]
    [InlineData("no time zone 'Mars/Olympus'", "--per", "day", "--time-zone", "Mars/Olympus")]
    [InlineData("--time-zone says nothing without --per", "--time-zone", "UTC")]
    [InlineData("--time-zone says nothing of any 24h", "--per", "24h", "--time-zone", "UTC")]
    public async Task What_is_no_window_is_refused(string message, params string[] options)
    {
        var run = await CommandLineRun.Of(["ledger", "grant", "acme", "$5", "--ledger", file.Path, "--create", .. options]);

        Assert.Equal(ExitCode.BadCommandLine, run.ExitCode);
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
        Assert.Empty(file.Files());
    }

    [Fact]
    public async Task A_slip_leaves_no_file_behind()
    {
        var run = await CommandLineRun.Of("ledger", "grant", "acme//search", "$5", "--ledger", file.Path, "--create");

        Assert.Equal(ExitCode.BadCommandLine, run.ExitCode);
        Assert.Contains("without empty names", run.Error, StringComparison.Ordinal);
        Assert.Empty(file.Files());
    }

    [Theory]
    [InlineData("$5", "$5.00")]
    [InlineData("$1,000.50, 1,000 turns", "$1,000.50, 1,000 turns")]
    [InlineData("12.5m$", "$0.0125")]
    [InlineData("2 USD,10_000 input-tokens", "10,000 input-tokens, $2.00")]
    [InlineData("20 calls of web search", "20 calls of web search")]
    public void Amounts_are_read(string text, string amounts)
    {
        Assert.True(AmountsParser.TryParse(text, out var cost, out var error), error);
        Assert.Equal(amounts, cost.ToString());
    }

    [Theory]
    [InlineData("", "an amount is missing")]
    [InlineData("5", "lacks a unit")]
    [InlineData("$0", "is not above zero")]
    [InlineData("-$5", "is not above zero")]
    [InlineData("3 EUR", "only US dollars are counted")]
    [InlineData("$5, $6", "names money a second time")]
    [InlineData("10 output-token", "did you mean 'output-tokens'?")]
    [InlineData("10 apples", "known are input-tokens")]
    [InlineData("0,5 turns", "does not begin with a whole number")]
    [InlineData("99999999999999999999 turns", "does not begin with a whole number below 2^63")]
    [InlineData("$5,100 output-tokens", "unknown unit")]
    public void What_is_no_amount_is_explained(string text, string message)
    {
        Assert.False(AmountsParser.TryParse(text, out _, out var error));
        Assert.Contains(message, error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_that_does_not_exist_is_told() => Assert.Equal(
        ExitCode.UnwritableFile,
        (await Assert.ThrowsAsync<UserErrorException>(() => LedgerLocation.Parse(Path.Combine(file["no-folder"], "costs.db")).OpenForWritingAsync(create: true, default))).ExitCode);
}
