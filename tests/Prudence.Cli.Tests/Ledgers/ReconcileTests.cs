using Prudence.Budgeting;
using Prudence.Cli.Running;

namespace Prudence.Cli.Tests.Ledgers;

public sealed class ReconcileTests : IDisposable
{
    private readonly LedgerFile file = new();

    public void Dispose() => file.Dispose();

    [Fact]
    public async Task An_invoice_that_agrees_by_day_is_told_with_exit_code_0()
    {
        await ThreeDaysAsync();
        var invoice = file.Write("cost.csv", """
            start_time,end_time,start_time_iso,end_time_iso,amount_value,amount_currency,line_item,project_id
            1772323200,1772409600,2026-03-01T00:00:00+00:00,2026-03-02T00:00:00+00:00,0.20000000000000000,usd,,
            1772409600,1772496000,2026-03-02T00:00:00+00:00,2026-03-03T00:00:00+00:00,,,,
            1772496000,1772582400,2026-03-03T00:00:00+00:00,2026-03-04T00:00:00+00:00,3e-01,usd,,
            """);

        var run = await CommandLineRun.Of("ledger", "reconcile", invoice, "--ledger", file.Path, "--preset", "openai-cost");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Contains("money from 2026-03-01 00:00:00Z to 2026-03-04 00:00:00Z\n  ledger  $0.50\n  invoice  $0.50\n", run.Columns, StringComparison.Ordinal);
        Assert.Contains("1 line of the invoice without an amount", run.Out, StringComparison.Ordinal);
        Assert.Contains("ledger and invoice agree: 2 compared", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Differences_and_what_only_one_has_are_listed_with_exit_code_13()
    {
        await ThreeDaysAsync();
        var invoice = file.Write("cost.csv", """
            usage_date_utc,model,workspace,api_key,token_type,cost_usd
            2026-03-01,a,search,k,input_no_cache,0.15
            2026-03-01,a,search,k,output,0.0500000001
            2026-03-01,a,agents,k,output,0.10
            2026-03-02,a,agents,k,output,0.25
            """);

        var run = await CommandLineRun.Of(
            "ledger", "reconcile", invoice, "--ledger", file.Path, "--preset", "anthropic-cost", "--by", "day,scope", "--map", "search=acme/search", "--map", "agents=acme/agents",
            "--until", "2026-03-05", "--json");

        Assert.Equal(ExitCode.Different, run.ExitCode);
        var rows = run.Json.GetProperty("rows").EnumerateArray().Select(static row =>
            $"{row.GetProperty("comparison").GetString()} {row.GetProperty("day").GetString()} {row.GetProperty("scope").GetString()} {row.GetProperty("ledger").GetInt64()} {row.GetProperty("invoiced").GetInt64()}");
        Assert.Equal(
            [
                "differs 2026-03-01 acme/agents 50000000 100000000",
                "differs 2026-03-01 acme/search 150000000 200000000",
                "only-on-invoice 2026-03-02 acme/agents 0 250000000",
                "only-in-ledger 2026-03-03 acme/search 300000000 0",
            ],
            rows);
        Assert.Equal(50_000_000, run.Json.GetProperty("difference").GetInt64());
    }

    [Fact]
    public async Task A_tolerance_lets_small_differences_pass()
    {
        await ThreeDaysAsync();
        var invoice = file.Write("cost.csv", "day,cost\n2026-03-01,$0.21\n2026-03-03,0.299\n");
        string[] reconcile = ["ledger", "reconcile", invoice, "--ledger", file.Path, "--time-column", "day", "--amount-column", "cost"];

        Assert.Equal(ExitCode.Different, (await CommandLineRun.Of(reconcile)).ExitCode);
        Assert.Equal(ExitCode.Different, (await CommandLineRun.Of([.. reconcile, "--tolerance", "$0.009999999"])).ExitCode);
        Assert.Equal(0, (await CommandLineRun.Of([.. reconcile, "--tolerance", "$0.01"])).ExitCode);
    }

    [Fact]
    public async Task Requests_are_found_by_the_key_of_the_reservation_or_the_settlement()
    {
        await ThreeDaysAsync();
        var invoice = file.Write("requests.csv", "request_id,cost\nreq-1,0.1\nreq-2,0.04\nreq-2,0.01\nreq-9,0.7\n");

        var run = await CommandLineRun.Of(
            "ledger", "reconcile", invoice, "--ledger", file.Path, "--key-column", "request_id", "--amount-column", "cost", "--by", "total", "--all");

        Assert.Equal(ExitCode.Different, run.ExitCode);
        Assert.Contains("Agree\n", run.Out, StringComparison.Ordinal);
        Assert.Contains("  request req-1  1  1  2  $0.10  $0.10 ", run.Columns, StringComparison.Ordinal);
        Assert.Contains("  request req-2  1  2  3  $0.05  $0.05 ", run.Columns, StringComparison.Ordinal);
        Assert.Contains("On the invoice only\n", run.Out, StringComparison.Ordinal);
        Assert.Contains("  request req-9  0  1  5  $0.00  $0.70 ", run.Columns, StringComparison.Ordinal);
        Assert.Contains("In the ledger only\n", run.Out, StringComparison.Ordinal);
        Assert.Contains("  in all  2 ", run.Columns, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Days_are_those_of_the_time_zone()
    {
        await ThreeDaysAsync();
        var invoice = file.Write("cost.csv", "when,cost\n2026-02-28T16:00:00,0.2\n1772514000,0.3\n");

        var run = await CommandLineRun.Of(
            "ledger", "reconcile", invoice, "--ledger", file.Path, "--time-column", "when", "--amount-column", "cost", "--time-zone", "America/New_York");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Contains("from 2026-02-28 05:00:00Z to 2026-03-04 05:00:00Z", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tokens_can_be_compared_too()
    {
        await ThreeDaysAsync();
        var invoice = file.Write("usage.csv", """
            usage_date_utc,model_version,workspace,usage_input_tokens_no_cache,usage_input_tokens_cache_write_5m,usage_input_tokens_cache_write_1h,usage_input_tokens_cache_read,usage_output_tokens
            2026-03-01,m,Default,10,2,0,8,7
            2026-03-03,m,Default,30,0,0,0,9
            """);

        Assert.Equal(0, (await CommandLineRun.Of("ledger", "reconcile", invoice, "--ledger", file.Path, "--preset", "anthropic-usage", "--resource", "input-tokens")).ExitCode);
        var money = await CommandLineRun.Of("ledger", "reconcile", invoice, "--ledger", file.Path, "--preset", "anthropic-usage");
        Assert.Contains("--preset anthropic-usage says nothing of money", money.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Adjusting_makes_them_agree_and_a_repetition_changes_nothing()
    {
        await ThreeDaysAsync();
        var invoice = file.Write("cost.csv", "day,scope,cost\n2026-03-01,acme/search,0.16\n2026-03-01,acme/agents,0.04\n2026-03-02,nobody,1\n2026-03-03,acme/search,0.3\n");
        string[] reconcile =
        [
            "ledger", "reconcile", invoice, "--ledger", file.Path, "--time-column", "day", "--amount-column", "cost", "--scope-column", "scope", "--by", "day,scope",
        ];

        var first = await CommandLineRun.Of([.. reconcile, "--adjust"]);
        var balances = await BalancesAsync();
        var again = await CommandLineRun.Of([.. reconcile, "--adjust"]);

        Assert.Equal(ExitCode.Different, first.ExitCode);
        Assert.Contains("  2026-03-01 acme/search  acme/search  $0.01  ", first.Columns, StringComparison.Ordinal);
        Assert.Contains("  2026-03-01 acme/agents  acme/agents  -$0.01  ", first.Columns, StringComparison.Ordinal);
        Assert.Contains("not written: Nothing was ever granted to nobody", first.Out, StringComparison.Ordinal);
        Assert.Equal((460_000_000, 40_000_000), balances);
        Assert.Contains("3 agree, 1 do not", again.Out, StringComparison.Ordinal);
        Assert.Equal(balances, await BalancesAsync());

        file.Write("cost.csv", "day,scope,cost\n2026-03-01,acme/search,0.17\n2026-03-01,acme/agents,0.04\n2026-03-03,acme/search,0.3\n");
        var corrected = await CommandLineRun.Of([.. reconcile, "--adjust", "--invoice-id", "2026-03"]);
        Assert.Equal(0, corrected.ExitCode);
        Assert.Contains("2 adjustments of other invoices are left out", corrected.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("day,cost\n2026-03-01\n", "cost.csv:2: expected 2 cells as in the first line, found 1")]
    [InlineData("day,cost\n2026-03-01,0.1\n\"2026\n-03-02\",0.1\nx,0.1", "cost.csv:4: column 'day': expected a day or a time such as")]
    [InlineData("day,cost\n2026-03-01,0.1\n2026-03-02,1 EUR", "cost.csv:3: column 'cost': expected an amount such as 0.0125, found '1 EUR'")]
    [InlineData("day,cost\n2026-03-01,\"0,5\"", "cost.csv:2: column 'cost': expected an amount")]
    [InlineData("day,cost\n2026-03-01,0.1\n,0.2", "line 3 of the invoice has no time")]
    [InlineData("day,costs\n", "cost.csv:1: there is no column 'cost'")]
    [InlineData("", "cost.csv:1: the file is empty")]
    [InlineData("day,cost\n2026-03-01,0.\"1\"", "a quotation mark stands where none may be")]
    [InlineData("day,cost\n2026-03-01,9999999999999", "exceeds 2^63 - 1")]
    public async Task What_is_wrong_with_an_invoice_is_told_with_its_line(string text, string message)
    {
        await ThreeDaysAsync();

        var run = await CommandLineRun.Of("ledger", "reconcile", file.Write("cost.csv", text), "--ledger", file.Path, "--time-column", "day", "--amount-column", "cost");

        Assert.Equal(ExitCode.BadFile, run.ExitCode);
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Other_currencies_and_endless_cells_are_refused()
    {
        await ThreeDaysAsync();
        string[] reconcile = ["--ledger", file.Path, "--time-column", "day", "--amount-column", "cost", "--currency-column", "currency"];

        var euros = await CommandLineRun.Of(["ledger", "reconcile", file.Write("a.csv", "day,cost,currency\n2026-03-01,1,EUR\n"), .. reconcile]);
        var endless = await CommandLineRun.Of(["ledger", "reconcile", file.Write("b.csv", $"day,cost,currency\n\"{new string('x', 20_000)}"), .. reconcile]);

        Assert.Contains("a.csv:2: column 'currency': expected the currency usd, found 'EUR'", euros.Error, StringComparison.Ordinal);
        Assert.Equal((ExitCode.BadFile, ExitCode.BadFile), (euros.ExitCode, endless.ExitCode));
        Assert.Contains("a cell has more than 10000 characters", endless.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--by", "day,mouth", "found 'mouth'")]
    [InlineData("--by", "day,scope", "must be said with --scope-column")]
    [InlineData("--preset", "openai-costs", "did you mean 'openai-cost'?")]
    [InlineData("--resource", "monney", "there is no resource 'monney'")]
    [InlineData("--tolerance", "5 turns", "--tolerance is in turns, and money is compared")]
    [InlineData("--time-zone", "Mars/Olympus", "knows no time zone")]
    [InlineData("--map", "a", "expected FROM=TO")]
    [InlineData("--delimiter", "::", "expected one character")]
    [InlineData("--invoice-id", "a/b", "without '/'")]
    public async Task Options_that_make_no_sense_are_explained(string option, string value, string message)
    {
        await ThreeDaysAsync();

        var run = await CommandLineRun.Of(
            "ledger", "reconcile", file.Write("cost.csv", "day,cost\n"), "--ledger", file.Path, "--time-column", "day", "--amount-column", "cost", option, value);

        Assert.Equal(ExitCode.BadCommandLine, run.ExitCode);
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
    }

    /// <summary>$0.10 (req-1) and $0.05 (req-2) in search and $0.05 in agents on the first of March, $0.30 in search on the third.</summary>
    private async Task ThreeDaysAsync()
    {
        await using var ledger = await file.OpenAsync();
        await ledger.GrantAsync("acme", LedgerFile.Dollars("$100"));
        await SpendAsync(ledger, "acme/search", "$0.10", 20, "req-1", "");
        await SpendAsync(ledger, "acme/search", "$0.05", 0, "", "req-2");
        await SpendAsync(ledger, "acme/agents", "$0.05", 0, "", "");
        file.Clock.Advance(TimeSpan.FromHours(53));
        await SpendAsync(ledger, "acme/search", "$0.30", 30, "", "");
    }

    private static async Task SpendAsync(Ledger ledger, string scope, string amount, long tokens, string reserveKey, string settleKey)
    {
        var hold = await ledger.ReserveAsync(scope, LedgerFile.Dollars("$1"), idempotencyKey: reserveKey);
        await ledger.SettleAsync(hold.HoldId, LedgerFile.Dollars(amount).With(Resource.InputTokens, tokens), idempotencyKey: settleKey);
    }

    private async Task<(long Search, long Agents)> BalancesAsync()
    {
        await using var ledger = await file.OpenAsync();
        return ((await ledger.BalanceAsync("acme/search", Resource.Money)).Spent, (await ledger.BalanceAsync("acme/agents", Resource.Money)).Spent);
    }
}
