using Prudence.Budgeting.Prices;
using Prudence.Budgeting.Prices.Tables;
using static Prudence.Budgeting.Tests.Prices.PriceExamples;

namespace Prudence.Budgeting.Tests.Prices;

public class TokenCostPriceReaderTests
{
    [Theory]
    [InlineData("\"input_cost_per_token\":3e-05", PriceComponent.Input, "$30")]
    [InlineData("\"input_cost_per_token\":0.00003", PriceComponent.Input, "$30")]
    [InlineData("\"input_cost_per_token\":3.75E-8", PriceComponent.Input, "$0.0375")]
    [InlineData("\"input_cost_per_token\":1e-15", PriceComponent.Input, "1n$")]
    [InlineData("\"output_cost_per_token\":1.1e-06", PriceComponent.Output, "$1.10")]
    [InlineData("\"input_cost_per_token_batches\":1e-6", PriceComponent.BatchInput, "$1")]
    [InlineData("\"input_cost_per_token_batch_requests\":1e-6", PriceComponent.BatchInput, "$1")]
    [InlineData("\"output_cost_per_token_batches\":1e-6", PriceComponent.BatchOutput, "$1")]
    [InlineData("\"cache_read_input_token_cost\":1e-6", PriceComponent.CachedRead, "$1")]
    [InlineData("\"input_cost_per_token_cache_hit\":1e-6", PriceComponent.CachedRead, "$1")]
    [InlineData("\"cache_creation_input_token_cost\":1e-6", PriceComponent.CachedWrite, "$1")]
    [InlineData("\"output_cost_per_reasoning_token\":1e-6", PriceComponent.Reasoning, "$1")]
    [InlineData("\"input_cost_per_audio_token\":1e-6", PriceComponent.AudioInput, "$1")]
    [InlineData("\"cache_read_input_audio_token_cost\":1e-6", PriceComponent.CachedAudioRead, "$1")]
    [InlineData("\"output_cost_per_audio_token\":1e-6", PriceComponent.AudioOutput, "$1")]
    [InlineData("\"input_cost_per_image\":0.0025", PriceComponent.ImageInput, "$2500")]
    [InlineData("\"output_cost_per_image\":0.04", PriceComponent.ImageOutput, "$40000")]
    [InlineData("\"input_cost_per_request\":0.005", PriceComponent.Request, "$5000")]
    [InlineData("\"input_cost_per_query\":0.002", PriceComponent.Request, "$2000")]
    public void Reads_each_part(string member, PriceComponent component, string perMillion)
    {
        var price = Model(member).Prices.Single();

        Assert.Equal([component], price.Priced);
        Assert.Equal(Million(perMillion), price[component]!.Base);
    }

    [Fact]
    public void Reads_prices_for_long_input_as_tiers()
    {
        var price = Model("\"input_cost_per_token_above_128k_tokens\":2e-6,\"input_cost_per_token\":1e-6").Prices.Single()[PriceComponent.Input];

        Assert.Equal("$1.00, above 128,000 input tokens $2.00", price!.ToString());
    }

    [Fact]
    public void A_price_for_long_input_alone_is_not_applied()
    {
        var model = Model("\"input_cost_per_token_above_128k_tokens\":2e-6,\"output_cost_per_token\":1e-6,\"output_cost_per_token_above_128k_tokens\":null");

        Assert.Equal([PriceComponent.Output], model.Prices.Single().Priced);
        Assert.Empty(model.Prices.Single()[PriceComponent.Output]!.Tiers);
        Assert.Equal(["input of long input"], model.NotModelled);
    }

    [Fact]
    public void Names_what_is_not_modelled()
    {
        var model = Model("\"input_cost_per_second\":1e-4,\"search_context_cost_per_query\":{\"low\":0.01},\"supports_vision\":true");

        Assert.Equal(["input_cost_per_second", "search_context_cost_per_query"], model.NotModelled);
        var result = Pricer.Price(model, new TokenUsage { InputTokens = 1 }, Day);
        Assert.Contains("it is billed by input_cost_per_second", result.Refusal!.Advice, StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_may_leave_out_the_provider_in_front()
    {
        var table = TokenCost("""{"azure/gpt-x":{"litellm_provider":"azure","max_input_tokens":1000}}""");

        Assert.Equal(1000, table.Find("gpt-x").Single().ContextWindow);
        Assert.Equal("azure/gpt-x", table.Find("gpt-x", "azure").Single().Name);
        Assert.Equal("azure/gpt-x", table.Find("AZURE/gpt-x").Single().Name);
    }

    [Theory]
    [InlineData("[]", "$", "expected an object, found a list")]
    [InlineData("""{"m":3}""", "$.m", "expected an object, found a number")]
    [InlineData("""{"m":{}}""", "$.m", "expected a member \"litellm_provider\"")]
    [InlineData("""{"a/m-1":{"litellm_provider":"p","input_cost_per_token":"free"}}""", "$[\"a/m-1\"].input_cost_per_token", "expected a price in dollars, found a text")]
    [InlineData("""{"m":{"litellm_provider":"p","input_cost_per_token":-1e-5}}""", "$.m.input_cost_per_token", "not negative, found -1e-5")]
    [InlineData("""{"m":{"litellm_provider":"p","input_cost_per_token_above_128k_tokens":true}}""", "$.m.input_cost_per_token_above_128k_tokens", "found true or false")]
    public void Says_where_a_table_is_malformed(string json, string path, string expected)
    {
        var error = Assert.Throws<PriceTableException>(() => TokenCost(json));
        Assert.Equal(path, error.Path);
        Assert.Contains(expected, error.Expected, StringComparison.Ordinal);
    }

    private static PricedModel Model(string members) => TokenCost($"{{\"m\":{{\"litellm_provider\":\"p\",{members}}}}}").Models.Single();
}
