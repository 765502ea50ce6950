using Prudence.Budgeting;
using Prudence.Budgeting.Prices;
using Prudence.Budgeting.Prices.Matching;
using Prudence.Cli.Commands.Prices;

namespace Prudence.Cli.Tests.Commands;

public class PriceChangeTests
{
    private static readonly PricedModel Model = new("house", "model", MatchRule.AnyOf(["model"]), [], new("table"));

    [Theory]
    [InlineData("$10", "$2", "-80.0%")]
    [InlineData("$3", "$4", "+33.3%")]
    [InlineData("$3", "$2", "-33.3%")]
    [InlineData("$0", "$2", "was free")]
    [InlineData("$2", "$0", "-100.0%")]
    [InlineData("1n$", "$9223372036", "+922337203599999999900.0%")]
    [InlineData(null, "$2", "new")]
    [InlineData("$2", null, "gone")]
    public void Says_by_how_much(string? before, string? after, string expected) =>
        Assert.Equal(expected, new PriceChange(Model, PriceComponent.Input, Price(before), Price(after)).Percent);

    [Theory]
    [InlineData("$2")]
    [InlineData("$0")]
    public void Says_where_only_long_input_differs(string price) => Assert.Equal(
        "tiers",
        new PriceChange(Model, PriceComponent.Input, Price(price), new TieredPrice(Price(price)!.Base, new PriceTier(5, UnitPrice.OfMillion(Money.Parse("$9"))))).Percent);

    private static TieredPrice? Price(string? text) => text is null ? null : new TieredPrice(UnitPrice.OfMillion(Money.Parse(text)));
}
