using System.Text.Json;
using Prudence.Budgeting.Prices;

namespace Prudence.Budgeting.Tests.Prices;

/// <summary>The tables that come with the product, counted and compared without the readers.</summary>
public class ShippedTableTests
{
    private static PriceTable GenAi => PriceBook.Default.Tables[0];

    private static PriceTable TokenCost => PriceBook.Default.Tables[1];

    [Fact]
    public void Every_row_of_genai_prices_is_there()
    {
        using var json = Open("genai-prices.json");
        var rows = json.RootElement.EnumerateArray()
            .SelectMany(static provider => provider.GetProperty("models").EnumerateArray().Select(model => $"{provider.GetProperty("id")} {model.GetProperty("id")}"))
            .ToList();

        Assert.True(rows.Count > 1000);
        Assert.Equal(rows, GenAi.Models.Select(static model => $"{model.Provider} {model.Name}"));
        Assert.All(GenAi.Models, static model => Assert.Empty(model.NotModelled));
    }

    [Fact]
    public void Every_price_of_genai_prices_is_there()
    {
        using var json = Open("genai-prices.json");
        var expected = json.RootElement.EnumerateArray().SelectMany(static provider => provider.GetProperty("models").EnumerateArray()).Sum(static model =>
            model.GetProperty("prices") is { ValueKind: JsonValueKind.Array } list
                ? list.EnumerateArray().Sum(static period => period.GetProperty("prices").EnumerateObject().Count())
                : model.GetProperty("prices").EnumerateObject().Count());

        Assert.Equal(expected, GenAi.Models.SelectMany(static model => model.Prices).Sum(static price => price.Priced.Count()));
    }

    [Fact]
    public void Every_row_of_tokencost_is_there()
    {
        using var json = Open("tokencost-prices.json");
        var rows = json.RootElement.EnumerateObject().Select(static member => member.Name).Order(StringComparer.Ordinal).ToList();

        Assert.True(rows.Count > 1000);
        Assert.Equal(rows, TokenCost.Models.Select(static model => model.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_cost_of_tokencost_is_a_price_a_tier_or_named_as_not_modelled()
    {
        using var json = Open("tokencost-prices.json");
        var models = TokenCost.Models.ToDictionary(static model => model.Name);
        foreach (var row in json.RootElement.EnumerateObject())
        {
            var model = models[row.Name];
            var price = model.Prices.Single();
            var counted = price.Priced.Sum(component => 1 + price[component]!.Tiers.Count) + model.NotModelled.Count;
            var isDoubled = row.Value.TryGetProperty("cache_read_input_token_cost", out _) && row.Value.TryGetProperty("input_cost_per_token_cache_hit", out _);
            var expected = row.Value.EnumerateObject().Count(static member => member.Name.Contains("cost", StringComparison.Ordinal)) - (isDoubled ? 1 : 0);
            Assert.True(expected == counted, row.Name);
        }
    }

    [Fact]
    public void Prices_of_tokencost_are_exact()
    {
        using var json = Open("tokencost-prices.json");
        var models = TokenCost.Models.ToDictionary(static model => model.Name);
        var compared = 0;
        foreach (var row in json.RootElement.EnumerateObject().Where(static row => row.Value.TryGetProperty("input_cost_per_token", out _)))
        {
            var expected = row.Value.GetProperty("input_cost_per_token").GetDecimal() * 1_000_000_000_000_000m;
            Assert.Equal(expected, models[row.Name].Prices[0][PriceComponent.Input]!.Base.NanoDollarsPerMillion);
            compared++;
        }

        Assert.True(compared > 1000);
    }

    [Fact]
    public void Every_model_of_genai_prices_is_found_by_provider_and_name()
    {
        foreach (var model in GenAi.Models)
        {
            var lookup = PriceBook.Default.Find(model.Name, model.Provider);
            Assert.True(lookup.IsFound && lookup.Model.Name.Equals(model.Name, StringComparison.OrdinalIgnoreCase) && lookup.Model.Provider == model.Provider, $"{model.Provider} {model.Name}");
        }
    }

    [Fact]
    public void Every_model_of_the_book_is_found_by_provider_and_name() => Assert.All(
        PriceBook.Default.Models, static model => Assert.True(PriceBook.Default.Find(model.Name, model.Provider).IsFound, $"{model.Provider} {model.Name}"));

    [Fact]
    public void Tokencost_fills_what_genai_prices_lacks()
    {
        var visible = PriceBook.Default.Models;

        Assert.Equal(GenAi.Models.Count(), visible.Count(static model => model.Source == GenAi.Source));
        Assert.InRange(visible.Count(static model => model.Source == TokenCost.Source), 300, TokenCost.Models.Count() - 300);
        Assert.Equal("openai", PriceBook.Default.Find("gpt-4o").Model!.Provider);
        Assert.Equal("tokencost", PriceBook.Default.Find("ollama/llama2").Model!.Source.Table);
    }

    [Fact]
    public void Every_model_holds_some_price_today_or_says_why_not() => Assert.All(PriceBook.Default.Models, static model =>
    {
        var result = Pricer.Price(model, new TokenUsage { InputTokens = 10, OutputTokens = 10 }, PriceExamples.Day);
        Assert.True(result.IsPriced || result.Refusal.Advice is not null, $"{model.Provider} {model.Name}");
    });

    private static JsonDocument Open(string name) => JsonDocument.Parse(File.ReadAllBytes(Path.Combine(PriceExamples.DataFolder, name)));
}
