using Prudence.Budgeting;
using Prudence.Budgeting.Prices;
using Prudence.Cli.Pricing;
using Prudence.Cli.Running;

namespace Prudence.Cli.Tests.Pricing;

public sealed class PriceOverridesTests : IDisposable
{
    private const string Good = """
        models:
          - name: gpt-4o
            provider: openai
            prices: {input: $2.00, output: 10 USD}
          - name: house-model
            aliases: [house, house-latest]
            prices:
              - until: 2026-01-01
                input: $0.50
                output: $1.50
              - from: 2026-01-01
                input: {price: 400m$, above 200000: 800m$}
                cached-read: $0.0375
                output: $1.20
                request: 5u$
        """;

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Reads_models_dates_aliases_and_tiers()
    {
        var models = Read(Good).Models.ToList();

        Assert.Equal(["openai gpt-4o", "own house-model"], models.Select(static model => $"{model.Provider} {model.Name}"));
        Assert.True(models[1].Match.Matches("house-latest"));
        Assert.Equal(["through 2025-12-31", "from 2026-01-01"], models[1].Prices.Select(static price => price.Validity.ToString()));
        Assert.Equal("$0.40, above 200,000 input tokens $0.80", models[1].Prices[1][PriceComponent.Input]!.ToString());
        Assert.Equal(Money.Parse("$0.0375"), models[1].Prices[1][PriceComponent.CachedRead]!.Base.PerMillion);
        Assert.Equal(Money.Parse("$5"), models[1].Prices[1][PriceComponent.Request]!.Base.PerMillion);
        Assert.Equal("prices.yaml", models[1].Source.ToString());
    }

    [Fact]
    public async Task Own_prices_win()
    {
        var file = folder.Write("prices.yaml", Good);
        var own = await CommandLineRun.Of("prices", "cost", "gpt-4o", "--input", "1000000", "--overrides", file, "--json");
        var other = await CommandLineRun.Of("prices", "cost", "gpt-4o", "--provider", "azure", "--input", "1000000", "--overrides", file, "--json");
        var house = await CommandLineRun.Of("prices", "cost", "HOUSE", "--provider", "azure", "--input", "200001", "--output", "3", "--overrides", file, "--at", "2026-02-01");

        Assert.Equal("$2.00", own.Json.GetProperty("total").GetString());
        Assert.Equal("$2.50", other.Json.GetProperty("total").GetString());
        Assert.Contains("  total                                    $0.1600094\n", house.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Differences_to_the_shipped_prices_are_shown()
    {
        var run = await CommandLineRun.Of("prices", "diff", "--overrides", folder.Write("prices.yaml", Good), "--at", "2026-07-25");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("  openai    gpt-4o       input        $2.50   $2.00 ", run.Out, StringComparison.Ordinal);
        Assert.Contains(" -20.0%\n", run.Out, StringComparison.Ordinal);
        Assert.Contains("  openai    gpt-4o       cached read  $1.25   - ", run.Out, StringComparison.Ordinal);
        Assert.Contains("   gone\n", run.Out, StringComparison.Ordinal);
        Assert.Contains("    new\n", run.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("gpt-4o       output", run.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "1:1: the file is empty")]
    [InlineData("- x", "1:1: expected names with values")]
    [InlineData("model: []", "1:1: unknown name 'model'")]
    [InlineData("{}", "1:1: expected 'models:' here")]
    [InlineData("models: 3", "1:9: expected a list")]
    [InlineData("models:\n  - name: m", "2:5: expected 'prices:' here")]
    [InlineData("models:\n  - name: m\n    prices: {}", "3:13: expected at least one price")]
    [InlineData("models:\n  - name: m\n    prices: {input: 0.5}", "3:21: '0.5' lacks a unit: write US dollars")]
    [InlineData("models:\n  - name: m\n    prices: {input: 3 EUR}", "only US dollars are counted")]
    [InlineData("models:\n  - name: m\n    prices: {input: -$3}", "3:21: expected a price that is not negative")]
    [InlineData("models:\n  - name: m\n    prices: {inptu: $3}", "3:14: unknown name 'inptu'")]
    [InlineData("models:\n  - name: m\n    prices: {request: $10000}", "3:23: expected a price of at most $9,223")]
    [InlineData("models:\n  - name: m\n    prices: {input: $3, from: soon}", "3:31: expected a date such as 2026-03-13, found 'soon'")]
    [InlineData("models:\n  - name: m\n    prices: {input: $3, from: 2026-01-01, until: 2026-01-01}", "3:50: expected a day after 'from'")]
    [InlineData("models:\n  - name: m\n    prices: {input: {above 5: $3}}", "3:21: expected 'price:' here")]
    [InlineData("models:\n  - name: m\n    prices: {input: {price: $3, over 5: $3}}", "3:33: expected 'above N:' with a number of tokens, found 'over 5:'")]
    [InlineData("models:\n  - name: [m]\n    prices: {input: $3}", "2:11: expected a text")]
    [InlineData("models:\n  - name: m\n    name: m", "this is no YAML")]
    [InlineData("models: [", "this is no YAML")]
    [InlineData("models:\n  - name: m\n    !!str name: m", "'name' is here twice")]
    [InlineData("models:\n  - &m\n    name: m\n    prices: {input: $3}\n  - *m", "5:5: aliases are not read: write out what '*' stands for")]
    [InlineData("models: []\n---\nmodels: []", "2:1: a second document begins here")]
    [InlineData("models:\n  - name: m\n    prices: {input: \"a\\e[31m\"}", "3:21: this text has control characters")]
    [InlineData("models:\n  - name: m\n    prices: {input: $3}\n  - name: M\n    prices: {input: $4}", "4:11: there is already a model 'M' of this provider")]
    [InlineData("models:\n  - name: m\n    aliases: [m]\n    prices: {input: $3}", "3:15: there is already a model 'm' of this provider")]
    [InlineData("models:\n  - name: m\n    match: {}\n    prices: {input: $3}", "3:12: expected a rule, such as 'starts-with:")]
    [InlineData("models:\n  - name: m\n    match: {start-with: m}\n    prices: {input: $3}", "3:13: unknown name 'start-with'")]
    [InlineData("models:\n  - name: m\n    match: {regex: (}\n    prices: {input: $3}", "3:20: expected a regular expression: ")]
    [InlineData("models:\n  - name: m\n    match: {regex: '^(?=m)'}\n    prices: {input: $3}", "3:20: this regular expression may take very long")]
    public void Says_where_a_file_is_wrong(string text, string message)
    {
        var error = Assert.Throws<UserErrorException>(() => Read(text));

        Assert.Equal(ExitCode.BadFile, error.ExitCode);
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
        Assert.Contains("prices.yaml:", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_would_exhaust_memory_or_the_stack_is_refused()
    {
        Assert.Contains("nested more than 16 deep", Refusal("models: " + new string('[', 200_000)), StringComparison.Ordinal);
        Assert.Contains("nested more than 16 deep", Refusal("models: " + string.Concat(Enumerable.Repeat("{a: ", 200_000))), StringComparison.Ordinal);
        Assert.Contains("longer than 500 characters", Refusal($"models:\n  - {new string('x', 501)}: 1"), StringComparison.Ordinal);
        Assert.Contains("longer than a million characters", Refusal(new string('#', 1_000_001)), StringComparison.Ordinal);

        string Refusal(string text) => Assert.Throws<UserErrorException>(() => Read(text)).Message;
    }

    [Theory]
    [InlineData("{starts-with: house-}", "HOUSE-2", "mouse-2")]
    [InlineData("{ends-with: -mini}", "o9-mini", "o9-minis")]
    [InlineData("{contains: big}", "a-big-one", "a-small-one")]
    [InlineData("{starts-with: a, ends-with: z}", "a-z", "a-y")]
    [InlineData("{regex: '^v[0-9]+(-x)?$'}", "v12-X", "v12-y")]
    public void Rules_match_further_names(string rule, string name, string other)
    {
        var book = new PriceBook([Read($"models:\n  - name: m\n    match: {rule}\n    prices: {{input: $3}}")]);

        Assert.True(book.Find("m").IsFound);
        Assert.True(book.Find(name).IsFound, book.Find(name).Refusal?.Message);
        Assert.True(book.Find(name, "any").IsFound);
        Assert.False(book.Find(other).IsFound);
    }

    [Fact]
    public void Exact_names_go_before_rules_and_several_providers_are_refused()
    {
        var book = new PriceBook([Read("""
            models:
              - name: base
                provider: one
                match: {starts-with: base-}
                prices: {input: $1}
              - name: base-2
                provider: two
                match: {starts-with: base-3}
                prices: {input: $2}
            """)]);

        Assert.Equal("two", book.Find("base-2").Model!.Provider);
        Assert.Equal("one", book.Find("base-4").Model!.Provider);
        Assert.Equal(PriceRefusalKind.SeveralProviders, book.Find("base-3").Refusal!.Kind);
        Assert.Equal("two", book.Find("two/base-3").Model!.Provider);
    }

    [Fact]
    public async Task A_model_without_a_provider_is_meant_also_where_the_file_names_that_provider()
    {
        var file = folder.Write("prices.yaml", Good);
        var house = await CommandLineRun.Of("prices", "cost", "house", "--provider", "openai", "--input", "5", "--overrides", file, "--at", "2026-02-01");
        var list = await CommandLineRun.Of("prices", "list", "--provider", "openai", "--match", "house", "--overrides", file);
        var slip = await CommandLineRun.Of("prices", "list", "--provider", "opnai", "--overrides", file);

        Assert.Contains("own house-model", house.Out, StringComparison.Ordinal);
        Assert.StartsWith("1 model, prices", list.Out, StringComparison.Ordinal);
        Assert.Contains("did you mean 'openai'?", slip.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void The_example_of_the_guide_is_read_and_shown_in_it()
    {
        var folder = Path.Combine(RepositoryFiles.Root, "docs", "budgeting");

        Assert.Equal(["gpt-4o", "house-model"], PriceOverrides.Read(Path.Combine(folder, "prices.yaml")).Models.Select(static model => model.Name));
        Assert.Contains(
            File.ReadAllText(Path.Combine(folder, "prices.yaml")), File.ReadAllText(Path.Combine(folder, "prices.md")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_misspelt_name_is_found_again()
    {
        var run = await CommandLineRun.Of("prices", "list", "--overrides", folder.Write("prices.yaml", "models:\n  - name: m\n    prices: {inptu: $3}"));

        Assert.Equal(ExitCode.BadFile, run.ExitCode);
        Assert.Contains("did you mean 'input'?", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_file_is_told() =>
        Assert.Equal(ExitCode.UnreadableFile, (await CommandLineRun.Of("prices", "list", "--overrides", folder["nothing.yaml"])).ExitCode);

    private PriceTable Read(string text) => PriceOverrides.Read(folder.Write("prices.yaml", text));
}
