using Prudence.Budgeting.Prices;
using Prudence.Budgeting.Prices.Tables;
using static Prudence.Budgeting.Tests.Prices.PriceExamples;

namespace Prudence.Budgeting.Tests.Prices;

public class GenAiPriceReaderTests
{
    [Theory]
    [InlineData("""{"input_mtok":0.0375}""", PriceComponent.Input, 37_500_000)]
    [InlineData("""{"cache_read_mtok":1e-3}""", PriceComponent.CachedRead, 1_000_000)]
    [InlineData("""{"cache_write_mtok":3.75}""", PriceComponent.CachedWrite, 3_750_000_000)]
    [InlineData("""{"output_mtok":15}""", PriceComponent.Output, 15_000_000_000)]
    [InlineData("""{"input_audio_mtok":0}""", PriceComponent.AudioInput, 0)]
    [InlineData("""{"cache_audio_read_mtok":2.5}""", PriceComponent.CachedAudioRead, 2_500_000_000)]
    [InlineData("""{"output_audio_mtok":80}""", PriceComponent.AudioOutput, 80_000_000_000)]
    [InlineData("""{"requests_kcount":5}""", PriceComponent.Request, 5_000_000_000_000)]
    [InlineData("""{"input_mtok":0.18000000000000002}""", PriceComponent.Input, 180_000_000)]
    [InlineData("""{"input_mtok":0.08333333333333334}""", PriceComponent.Input, 83_333_333)]
    [InlineData("""{"input_mtok":0.0000000005}""", PriceComponent.Input, 1)]
    [InlineData("""{"input_mtok":0.0000000015}""", PriceComponent.Input, 2)]
    [InlineData("""{"input_mtok":0.0000000014}""", PriceComponent.Input, 1)]
    [InlineData("""{"input_mtok":1e-20}""", PriceComponent.Input, 1)]
    [InlineData("""{"input_mtok":0e-20}""", PriceComponent.Input, 0)]
    public void Reads_each_part(string prices, PriceComponent component, long nanoDollarsPerMillion)
    {
        var price = GenAiModel(prices).Prices.Single();

        Assert.Equal([component], price.Priced);
        Assert.Equal(nanoDollarsPerMillion, price[component]!.Base.NanoDollarsPerMillion);
    }

    [Fact]
    public void Reads_tiers_in_any_order()
    {
        var price = GenAiModel("""{"input_mtok":{"base":1,"tiers":[{"start":200000,"price":3},{"start":100000,"price":2}]}}""").Prices.Single()[PriceComponent.Input]!;

        Assert.Equal("$1.00, above 100,000 input tokens $2.00, above 200,000 input tokens $3.00", price.ToString());
    }

    [Fact]
    public void Reads_dates_and_closes_the_period_before()
    {
        var prices = GenAiModel("""[{"prices":{"input_mtok":10}},{"constraint":{"start_date":"2025-06-10"},"prices":{"input_mtok":2}}]""").Prices;

        Assert.Equal(["through 2025-06-09", "from 2025-06-10"], prices.Select(static price => price.Validity.ToString()));
    }

    [Fact]
    public void Reads_hours_of_the_day()
    {
        var model = GenAiModel("""[{"prices":{"input_mtok":1}},{"constraint":{"start_time":"00:30:00Z","end_time":"16:30:00Z"},"prices":{"input_mtok":2}}]""");

        Assert.Equal(["always", "00:30 to 16:30 UTC"], model.Prices.Select(static price => price.Validity.ToString()));
    }

    [Fact]
    public void Reads_what_is_known_of_a_model_and_names_what_is_not()
    {
        var model = GenAi("""[{"id":"p","models":[{"id":"m","name":"M","context_window":1000,"match":{"equals":"m"},"prices":{"input_mtok":null,"video_mtok":3}}]}]""").Models.Single();

        Assert.Equal("M", model.Title);
        Assert.Equal(1000, model.ContextWindow);
        Assert.Equal(["video_mtok"], model.NotModelled);
        Assert.Empty(model.Prices.Single().Priced);
    }

    [Theory]
    [InlineData("{", "line 1", "this is no JSON")]
    [InlineData("{}", "$", "expected a list, found an object")]
    [InlineData("""[{"models":[]}]""", "$[0]", "expected a member \"id\"")]
    [InlineData("""[{"id":3,"models":[]}]""", "$[0].id", "expected a text, found a number")]
    [InlineData("""[{"id":"p"}]""", "$[0]", "expected a member \"models\"")]
    [InlineData("""[{"id":"p","models":[{"id":"m","prices":{}}]}]""", "$[0].models[0]", "expected a member \"match\"")]
    [InlineData("""[{"id":"p","models":[{"id":"m","match":{"like":"m"},"prices":{}}]}]""", "$[0].models[0].match", "expected one of equals, starts_with")]
    [InlineData("""[{"id":"p","models":[{"id":"m","match":{},"prices":{}}]}]""", "$[0].models[0].match", "found 0 members")]
    [InlineData("""[{"id":"p","models":[{"id":"m","match":{"regex":"("},"prices":{}}]}]""", "$[0].models[0].match.regex", "expected a regular expression")]
    [InlineData("""[{"id":"p","models":[{"id":"m","match":{"or":[{"equals":1}]},"prices":{}}]}]""", "$[0].models[0].match.or[0].equals", "expected a text")]
    public void Says_where_a_table_is_malformed(string json, string path, string expected) => AssertFails(() => GenAi(json), path, expected);

    [Theory]
    [InlineData("""{"input_mtok":"3"}""", ".input_mtok", "expected a price in dollars, found a text")]
    [InlineData("""{"input_mtok":-3}""", ".input_mtok", "not negative, found -3")]
    [InlineData("""{"input_mtok":1e12}""", ".input_mtok", "less than $9,223,372,036.854775807 per million, found 1e12")]
    [InlineData("""{"input_mtok":1e999999999}""", ".input_mtok", "found 1e999999999")]
    [InlineData("""{"input_mtok":{"tiers":[]}}""", ".input_mtok", "expected a member \"base\"")]
    [InlineData("""{"input_mtok":{"base":1,"tiers":[{"start":-1,"price":1}]}}""", ".input_mtok.tiers[0].start", "whole number that is not negative")]
    [InlineData("""{"input_mtok":{"base":1,"tiers":[{"start":1.5,"price":1}]}}""", ".input_mtok.tiers[0].start", "whole number")]
    [InlineData("""[{"constraint":{"start_date":"10 June"},"prices":{}}]""", "[0].constraint.start_date", "expected a date such as 2026-03-13")]
    [InlineData("""[{"constraint":{"start_time":"1pm","end_time":"16:30:00Z"},"prices":{}}]""", "[0].constraint.start_time", "expected a time of day in UTC")]
    [InlineData("""[{"constraint":{}}]""", "[0].constraint", "expected a member \"start_time\"")]
    public void Says_where_a_price_is_malformed(string prices, string path, string expected) =>
        AssertFails(() => GenAiModel(prices), "$[0].models[0].prices" + path, expected);

    private static void AssertFails(Func<object> read, string path, string expected)
    {
        var error = Assert.Throws<PriceTableException>(read);
        Assert.Equal(path, error.Path);
        Assert.Contains(expected, error.Expected, StringComparison.Ordinal);
        Assert.StartsWith($"table: {path}: ", error.Message, StringComparison.Ordinal);
    }
}
