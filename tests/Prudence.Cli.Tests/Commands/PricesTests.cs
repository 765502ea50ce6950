using Prudence.Budgeting.Prices;
using Prudence.Cli.Running;

namespace Prudence.Cli.Tests.Commands;

public class PricesTests
{
    [Fact]
    public async Task Without_a_part_it_shows_what_there_is()
    {
        var run = await CommandLineRun.Of("prices");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("list", run.Out, StringComparison.Ordinal);
        Assert.Contains("prudence prices cost gpt-4o --input 12000 --output 800", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lists_every_model()
    {
        var json = (await CommandLineRun.Of("prices", "list", "--json")).Json;

        Assert.Equal(PriceBook.Default.Models.Count, json.GetProperty("models").GetArrayLength());
    }

    [Fact]
    public async Task Lists_models_of_a_provider_that_match()
    {
        var run = await CommandLineRun.Of("prices", "list", "--provider", "anthropic", "--match", "SONNET-4", "--at", "2026-07-25");

        Assert.Equal(0, run.ExitCode);
        Assert.StartsWith("3 models, prices per million tokens\n", run.Out, StringComparison.Ordinal);
        Assert.Contains("  anthropic  claude-sonnet-4-0           $3.00           $0.30           $15.00  genai-prices\n", run.Out, StringComparison.Ordinal);
        Assert.Contains("$3.00 and more", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Shows_all_prices_of_a_model_and_which_apply()
    {
        var run = await CommandLineRun.Of("prices", "show", "o3", "--at", "2025-06-09");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("Prices through 2025-06-09, these apply on 2025-06-09\n", run.Out, StringComparison.Ordinal);
        Assert.Contains("Prices from 2025-06-10\n", run.Out, StringComparison.Ordinal);
        Assert.Contains("  input        $10.00  a million tokens\n", run.Out, StringComparison.Ordinal);
        Assert.Contains("genai-prices (2026-07-25)", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Shows_prices_to_programs()
    {
        var json = (await CommandLineRun.Of("prices", "show", "o3", "--at", "2025-06-10", "--json")).Json;
        var periods = json.GetProperty("periods").EnumerateArray().ToList();

        Assert.Equal([false, true], periods.Select(static period => period.GetProperty("applies").GetBoolean()));
        Assert.Equal(2_000_000_000, periods[1].GetProperty("prices").GetProperty("input").GetProperty("nanoDollarsPerMillion").GetInt64());
    }

    [Fact]
    public async Task Works_out_a_call_line_by_line_and_its_worst_case()
    {
        var run = await CommandLineRun.Of("prices", "cost", "claude-sonnet-4-5", "--input", "12000", "--cached-read", "10000", "--output", "800", "--max-output", "4096", "--at", "2026-07-25");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("  input         2,000  tokens        $3.00  $0.006\n", run.Out, StringComparison.Ordinal);
        Assert.Contains("  cached read  10,000  tokens        $0.30  $0.003\n", run.Out, StringComparison.Ordinal);
        Assert.Contains("  total                                     $0.021\n", run.Out, StringComparison.Ordinal);
        Assert.Contains("worst case: $0.10644, with 12,000 cached write tokens at $3.75 per million and 4,096 output tokens at $15.00 per million\n", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Works_out_a_call_for_programs()
    {
        var json = (await CommandLineRun.Of("prices", "cost", "o3", "--input", "100", "--output", "7", "--reasoning", "2", "--at", "2025-06-09", "--max-output", "7", "--json")).Json;

        Assert.Equal("priced", json.GetProperty("outcome").GetString());
        Assert.Equal("2025-06-09T00:00:00Z", json.GetProperty("at").GetString());
        Assert.Equal(1_280_000, json.GetProperty("totalNanoDollars").GetInt64());
        Assert.Equal("$0.00128", json.GetProperty("total").GetString());
        Assert.Equal(1_280_000, json.GetProperty("worstCaseNanoDollars").GetInt64());
        Assert.Equal(3, json.GetProperty("lines").GetArrayLength());
    }

    [Fact]
    public async Task Says_what_it_does_not_count()
    {
        var run = await CommandLineRun.Of("prices", "cost", "gemini/gemini-1.5-pro", "--provider", "gemini", "--input", "5", "--max-output", "5");
        var none = await CommandLineRun.Of("prices", "cost", "whisper-1", "--input", "10");

        Assert.True(run.ExitCode == 0, run.Error);
        Assert.Equal(ExitCode.BadCommandLine, none.ExitCode);
        Assert.Contains("it is billed by input_cost_per_second, output_cost_per_second, which is not modelled", none.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Shows_what_changed_between_two_days()
    {
        var run = await CommandLineRun.Of("prices", "diff", "--from", "2025-06-09", "--to", "2025-06-10");
        var json = (await CommandLineRun.Of("prices", "diff", "--from", "2025-06-09", "--to", "2025-06-10", "--json")).Json;

        Assert.Equal(0, run.ExitCode);
        Assert.StartsWith("prices of 1 model differ, per million\n", run.Out, StringComparison.Ordinal);
        Assert.Contains("  openai    o3     input   $10.00  $2.00  -80.0%\n", run.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("cached read", run.Out, StringComparison.Ordinal);
        Assert.Equal(2, json.GetProperty("changes").GetArrayLength());
        Assert.Equal("-80.0%", json.GetProperty("changes")[0].GetProperty("change").GetString());
    }

    [Theory]
    [InlineData("2025-06-09T23:59", "$10.00")]
    [InlineData("2025-06-09 23:59:59Z", "$10.00")]
    [InlineData("2025-06-10T00:00", "$2.00")]
    [InlineData("2025-06-10T01:59+02:00", "$10.00")]
    [InlineData("2025-06-10T02:00:00+02:00", "$2.00")]
    public async Task An_instant_is_read_in_universal_time_unless_it_says_otherwise(string at, string total)
    {
        var json = (await CommandLineRun.Of("prices", "cost", "o3", "--input", "1000000", "--at", at, "--json")).Json;

        Assert.Equal(total, json.GetProperty("total").GetString());
    }

    [Fact]
    public async Task Prices_by_the_hour_show_the_hour()
    {
        var run = await CommandLineRun.Of("prices", "show", "deepseek-chat", "--provider", "deepseek", "--at", "2025-06-10T17:00");

        Assert.Contains("these apply at 2025-06-10 17:00 UTC\n", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tiers_and_parts_have_names_for_programs()
    {
        var json = (await CommandLineRun.Of("prices", "show", "claude-sonnet-4-5", "--at", "2026-07-25", "--json")).Json;
        var cached = json.GetProperty("periods")[0].GetProperty("prices").GetProperty("cached-read");

        Assert.Equal(300_000_000, cached.GetProperty("nanoDollarsPerMillion").GetInt64());
        Assert.Equal(200_000, cached.GetProperty("tiers")[0].GetProperty("aboveInputTokens").GetInt64());
        Assert.Equal(600_000_000, cached.GetProperty("tiers")[0].GetProperty("nanoDollarsPerMillion").GetInt64());
    }

    [Fact]
    public async Task Says_when_no_model_matches() => Assert.Equal("no model matches\n", (await CommandLineRun.Of("prices", "list", "--match", "zzzzz")).Out);

    [Fact]
    public async Task Says_when_nothing_changed() =>
        Assert.Equal("no price differs\n", (await CommandLineRun.Of("prices", "diff", "--from", "2025-06-09", "--to", "2025-06-09")).Out);

    [Theory]
    [InlineData("did you mean 'claude-sonnet-4-5'", "show", "claude-sonet-4-5")]
    [InlineData("there is no price for the model 'zzzzzzzz'", "cost", "zzzzzzzz")]
    [InlineData("prudence prices list shows all models", "cost", "zzzzzzzz")]
    [InlineData("no price table has a provider 'opnai'", "show", "gpt-4o", "--provider", "opnai")]
    [InlineData("did you mean 'openai'?", "list", "--provider", "opnai")]
    [InlineData("name one of them with --provider", "show", "llama-3.3-70b-instruct")]
    [InlineData("count them in input as well", "cost", "gpt-4o", "--input", "10", "--cached-read", "20")]
    [InlineData("-1 input tokens: a count lies between 0", "cost", "gpt-4o", "--input", "-1")]
    [InlineData("Cannot parse argument 'ten'", "cost", "gpt-4o", "--input", "ten")]
    [InlineData("did you mean '--input'? see: prudence prices cost --help", "cost", "gpt-4o", "--inptu", "3")]
    [InlineData("--at: 'tomorrow' is not a date", "show", "gpt-4o", "--at", "tomorrow")]
    [InlineData("--at: '2026-02-30' is not a date", "show", "gpt-4o", "--at", "2026-02-30")]
    [InlineData("--from: '5' is not a date", "diff", "--from", "5")]
    [InlineData("there is nothing to compare", "diff")]
    [InlineData("--to says nothing without --from", "diff", "--to", "2026-01-01")]
    [InlineData("--at says nothing beside --from", "diff", "--from", "2026-01-01", "--at", "2026-01-01")]
    [InlineData("--at: '2026-03-13 or so' is not a date", "show", "gpt-4o", "--at", "2026-03-13 or so")]
    [InlineData("--at: '13/03/2026' is not a date", "show", "gpt-4o", "--at", "13/03/2026")]
    [InlineData("has no price for input images", "cost", "gpt-4o", "--input-images", "1")]
    public async Task A_slip_is_explained(string message, params string[] arguments)
    {
        var run = await CommandLineRun.Of(["prices", .. arguments]);

        Assert.Equal(ExitCode.BadCommandLine, run.ExitCode);
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
        Assert.Empty(run.Out);
    }
}
