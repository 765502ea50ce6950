using Prudence.Budgeting.Prices;
using static Prudence.Budgeting.Tests.Prices.PriceExamples;

namespace Prudence.Budgeting.Tests.Prices;

public class PricerTests
{
    private const PriceComponent In = PriceComponent.Input;
    private const PriceComponent Out = PriceComponent.Output;

    private static readonly PricedModel Everything = Model(
        (In, "$1"), (PriceComponent.BatchInput, "$2"), (PriceComponent.CachedRead, "$3"), (PriceComponent.CachedWrite, "$4"), (PriceComponent.AudioInput, "$5"),
        (PriceComponent.CachedAudioRead, "$6"), (PriceComponent.ImageInput, "$7"), (Out, "$8"), (PriceComponent.BatchOutput, "$9"), (PriceComponent.Reasoning, "$10"),
        (PriceComponent.AudioOutput, "$11"), (PriceComponent.ImageOutput, "$12"), (PriceComponent.Request, "$13"));

    private static readonly TokenUsage Full = new()
    {
        InputTokens = 1_111,
        CachedReadTokens = 100,
        CachedWriteTokens = 200,
        AudioInputTokens = 300,
        CachedAudioReadTokens = 400,
        InputImages = 2,
        OutputTokens = 2_222,
        ReasoningTokens = 500,
        AudioOutputTokens = 600,
        OutputImages = 3,
        Requests = 4,
    };

    [Fact]
    public void Every_token_belongs_to_one_part() => Assert.Equal(
        ["111 input", "100 cached read", "200 cached write", "300 audio input", "400 cached audio read", "2 image input",
            "1122 output", "500 reasoning", "600 audio output", "3 image output", "4 request"],
        Lines(Everything, Full));

    [Fact]
    public void Each_part_has_its_price()
    {
        var breakdown = Priced(Everything, Full);

        Assert.All(breakdown.Lines, static line => Assert.Equal(Everything.Prices[0][line.Component]!.Base, line.Price));
        Assert.Equal(new Money((111 * 1) + (100 * 3) + (200 * 4) + (300 * 5) + (400 * 6) + (2 * 7) + (1122 * 8) + (500 * 10) + (600 * 11) + (3 * 12) + (4 * 13)) * 1000, breakdown.Total);
    }

    [Fact]
    public void A_batch_has_its_own_prices() =>
        Assert.Equal(["10 batch input", "5 batch output", "1 request"], Lines(Everything, new() { InputTokens = 10, OutputTokens = 5, IsBatch = true }));

    [Theory]
    [InlineData("reasoning", 5)]
    [InlineData("audio output", 5)]
    [InlineData("batch output", 5)]
    [InlineData("cached read", 2)]
    [InlineData("cached write", 2)]
    [InlineData("audio input", 2)]
    [InlineData("cached audio read", 2)]
    [InlineData("batch input", 2)]
    public void What_has_no_price_of_its_own_costs_what_it_is_part_of(string part, int dollars)
    {
        var component = PriceComponents.All.Single(component => component.Name() == part);
        Assert.Equal(Million($"${dollars}"), Model((In, "$2"), (Out, "$5")).Prices[0].Effective(component)!.Base);
    }

    [Fact]
    public void Requests_are_free_where_only_tokens_have_a_price() => Assert.Equal(["7 input"], Lines(Model((In, "$2")), new() { InputTokens = 7, Requests = 9 }));

    [Theory]
    [InlineData(199_999, "$0.199999")]
    [InlineData(200_000, "$0.20")]
    [InlineData(200_001, "$0.400002")]
    [InlineData(300_000, "$0.60")]
    [InlineData(300_001, "$0.900003")]
    public void Beyond_its_start_a_tier_holds_for_the_whole_request(long tokens, string total)
    {
        var model = GenAiModel("""{"input_mtok":{"base":1,"tiers":[{"start":200000,"price":2},{"start":300000,"price":3}]}}""");

        Assert.Equal(Money.Parse(total), Priced(model, new() { InputTokens = tokens }).Total);
    }

    [Theory]
    [InlineData(1000, "$5")]
    [InlineData(1001, "$9")]
    [InlineData(2001, "$9")]
    public void The_dearest_tier_within_reach_counts_also_where_longer_input_is_cheaper(long maxInputTokens, string price)
    {
        var tiered = new TieredPrice(Million("$5"), [new(1000, Million("$9")), new(2000, Million("$1"))]);

        Assert.Equal(Million(price), tiered.Dearest(maxInputTokens));
    }

    [Fact]
    public void Cached_input_counts_for_the_tier_and_output_follows_it()
    {
        var model = GenAiModel("""{"input_mtok":1,"cache_read_mtok":0,"output_mtok":{"base":1,"tiers":[{"start":1000,"price":10}]}}""");

        Assert.Equal(Money.Parse("1u$"), Priced(model, new() { InputTokens = 1000, CachedReadTokens = 1000, OutputTokens = 1 }).Total);
        Assert.Equal(Money.Parse("10u$"), Priced(model, new() { InputTokens = 1001, CachedReadTokens = 1001, OutputTokens = 1 }).Total);
    }

    [Fact]
    public void What_has_no_price_is_refused_and_not_taken_for_free()
    {
        Assert.Equal("house model has no price for output tokens in table", Refused(Model((In, "$1")), new() { OutputTokens = 1 }, PriceRefusalKind.NotPriced));
        Assert.Equal("house model has no price for input images in table", Refused(Model((In, "$1")), new() { InputImages = 1 }, PriceRefusalKind.NotPriced));
        Refused(Model(), new() { Requests = 1 }, PriceRefusalKind.NotPriced);
        Assert.Equal(PriceRefusalKind.NotPriced, Pricer.WorstCase(Model((In, "$1")), new(1, 1), Day).Refusal!.Kind);
        Assert.Equal(PriceRefusalKind.NotPriced, Pricer.WorstCase(Model(), new(0, 0), Day).Refusal!.Kind);
    }

    [Fact]
    public void The_worst_case_covers_images_and_requests()
    {
        var bounds = new UsageBounds(1, 1) { InputImages = 2, OutputImages = 3, Requests = 4 };

        Assert.Equal(
            ["1 cached audio read", "2 image input", "1 audio output", "3 image output", "4 request"],
            Pricer.WorstCase(Everything, bounds, Day).Breakdown!.Lines.Select(static line => $"{line.Units} {line.Component.Name()}"));
        Assert.Equal(
            "house model has no price for input images in table",
            Pricer.WorstCase(Model((In, "$1"), (Out, "$1")), bounds, Day).Refusal!.Message);
        Assert.Equal(PriceRefusalKind.BadUsage, Pricer.WorstCase(Everything, bounds with { OutputImages = -1 }, Day).Refusal!.Kind);
    }

    [Fact]
    public void A_price_is_not_negative()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new UnitPrice(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => UnitPrice.OfMillion(Money.Parse("-1n$")));
    }

    [Fact]
    public void Impossible_counts_are_refused_with_a_reason()
    {
        Assert.StartsWith("-1 input tokens: a count lies between 0 and", Refused(Everything, new() { InputTokens = -1 }, PriceRefusalKind.BadUsage), StringComparison.Ordinal);
        Assert.StartsWith("-2 requests", Refused(Everything, new() { Requests = -2 }, PriceRefusalKind.BadUsage), StringComparison.Ordinal);
        Assert.StartsWith("1,000,000,000,000,001 output tokens", Refused(Everything, new() { OutputTokens = TokenUsage.LargestCount + 1 }, PriceRefusalKind.BadUsage), StringComparison.Ordinal);
        Assert.Contains("count them in input as well", Refused(Everything, new() { InputTokens = 10, CachedReadTokens = 6, CachedWriteTokens = 5 }, PriceRefusalKind.BadUsage), StringComparison.Ordinal);
        Assert.Contains("count them in output as well", Refused(Everything, new() { OutputTokens = 10, ReasoningTokens = 11 }, PriceRefusalKind.BadUsage), StringComparison.Ordinal);
        Assert.Equal(PriceRefusalKind.BadUsage, Pricer.WorstCase(Everything, new(-1, 0), Day).Refusal!.Kind);
    }

    [Fact]
    public void An_amount_beyond_all_money_is_refused()
    {
        var model = Model((In, "$9223372036"), (Out, "$9223372036"));

        Assert.Equal(PriceRefusalKind.TooLarge, Pricer.Price(model, new() { InputTokens = TokenUsage.LargestCount, OutputTokens = TokenUsage.LargestCount }, Day).Refusal!.Kind);
        Assert.Equal(Money.Parse("$9223372036"), Priced(model, new() { InputTokens = 1_000_000 }).Total);
    }

    [Fact]
    public void Rounds_up_once()
    {
        var model = Model((In, "1n$"), (Out, "1n$"));

        Assert.Equal(["$0.000000000000001", "$0.000000000000001"], Priced(model, new() { InputTokens = 1, OutputTokens = 1 }).Lines.Select(static line => line.Amount));
        Assert.Equal(new Money(1), Priced(model, new() { InputTokens = 1, OutputTokens = 1 }).Total);
        Assert.Equal(new Money(1), Priced(model, new() { InputTokens = 500_000, OutputTokens = 500_000 }).Total);
        Assert.Equal(new Money(2), Priced(model, new() { InputTokens = 500_000, OutputTokens = 500_001 }).Total);
        Assert.Equal(Money.Zero, Priced(model, new()).Total);
    }

    private static IEnumerable<string> Lines(PricedModel model, TokenUsage usage) => Priced(model, usage).Lines.Select(static line => $"{line.Units} {line.Component.Name()}");

    private static PriceBreakdown Priced(PricedModel model, TokenUsage usage) => Pricer.Price(model, usage, Day).Breakdown!;

    private static string Refused(PricedModel model, TokenUsage usage, PriceRefusalKind kind)
    {
        var result = Pricer.Price(model, usage, Day);
        Assert.False(result.IsPriced);
        Assert.Equal(kind, result.Refusal.Kind);
        return result.Refusal.Message;
    }
}
