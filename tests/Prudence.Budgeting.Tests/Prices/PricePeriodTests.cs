using System.Globalization;
using Prudence.Budgeting.Prices;
using static Prudence.Budgeting.Tests.Prices.PriceExamples;

namespace Prudence.Budgeting.Tests.Prices;

public class PricePeriodTests
{
    [Theory]
    [InlineData("2025-06-09T23:59:59.9999999Z", "$10")]
    [InlineData("2025-06-10T00:00:00Z", "$2")]
    [InlineData("2025-06-10T01:59:59+02:00", "$10")]
    [InlineData("2025-06-10T02:00:00+02:00", "$2")]
    public void A_price_holds_from_the_first_moment_of_its_day_in_universal_time(string at, string expected)
    {
        var model = GenAiModel("""[{"prices":{"input_mtok":10}},{"constraint":{"start_date":"2025-06-10"},"prices":{"input_mtok":2}}]""");

        Assert.Equal(Money.Parse(expected), Pricer.Price(model, new() { InputTokens = 1_000_000 }, Instant(at)).Breakdown!.Total);
    }

    [Theory]
    [InlineData("2025-06-10T00:29:59Z", "$1")]
    [InlineData("2025-06-10T00:30:00Z", "$2")]
    [InlineData("2025-06-10T16:29:59Z", "$2")]
    [InlineData("2025-06-10T16:30:00Z", "$1")]
    public void A_price_holds_in_its_hours(string at, string expected)
    {
        var model = GenAiModel("""[{"prices":{"input_mtok":1}},{"constraint":{"start_time":"00:30:00Z","end_time":"16:30:00Z"},"prices":{"input_mtok":2}}]""");

        Assert.Equal(Money.Parse(expected), Pricer.Price(model, new() { InputTokens = 1_000_000 }, Instant(at)).Breakdown!.Total);
    }

    [Theory]
    [InlineData("2025-06-10T23:00:00Z", true)]
    [InlineData("2025-06-11T05:59:59Z", true)]
    [InlineData("2025-06-11T06:00:00Z", false)]
    [InlineData("2025-06-11T22:59:59Z", false)]
    public void Hours_may_run_over_midnight(string at, bool holds) =>
        Assert.Equal(holds, new PriceValidity { DayStart = new(23, 0), DayEnd = new(6, 0) }.Holds(Instant(at)));

    [Fact]
    public void The_day_of_the_end_does_not_belong_to_a_period()
    {
        var model = Model(new PriceValidity { From = new(2026, 1, 1), Until = new(2026, 2, 1) }, (PriceComponent.Input, "$1"));

        Assert.True(Pricer.Price(model, new() { InputTokens = 1 }, Instant("2026-01-31T23:59:59Z")).IsPriced);
        var refusal = Pricer.Price(model, new() { InputTokens = 1 }, Instant("2026-02-01T00:00:00Z")).Refusal!;
        Assert.Equal(PriceRefusalKind.NoPriceThen, refusal.Kind);
        Assert.Equal("house model has no price on 2026-02-01 00:00 UTC", refusal.Message);
        Assert.Equal("prices are known from 2026-01-01, through 2026-01-31", refusal.Advice);
    }

    private static DateTimeOffset Instant(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
