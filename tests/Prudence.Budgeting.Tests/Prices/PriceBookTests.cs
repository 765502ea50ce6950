using Prudence.Budgeting.Prices;
using Prudence.Budgeting.Prices.Matching;
using static Prudence.Budgeting.Tests.Prices.PriceExamples;

namespace Prudence.Budgeting.Tests.Prices;

public class PriceBookTests
{
    private const string Lower = """
        [
          {"id":"maker","model_match":{"contains":"opus"},"provider_match":{"starts_with":"mak"},"models":[
            {"id":"opus-1","match":{"starts_with":"opus-1"},"prices":{"input_mtok":1}},
            {"id":"opus-10","match":{"equals":"opus-10"},"prices":{"input_mtok":10}}]},
          {"id":"shop","fallback_model_providers":["maker"],"models":[
            {"id":"llama","match":{"or":[{"equals":"llama"},{"equals":"big-llama"}]},"prices":{"input_mtok":2}},
            {"id":"maker/opus-1","match":{"equals":"maker/opus-1"},"prices":{"input_mtok":3}}]},
          {"id":"stall","models":[
            {"id":"llama","match":{"equals":"llama"},"prices":{"input_mtok":4}},
            {"id":"alpaca","match":{"equals":"big-alpaca"},"prices":{"input_mtok":5}}]}
        ]
        """;

    private static readonly PriceBook Book = new([GenAi(Lower)]);

    [Theory]
    [InlineData("opus-1", null, "maker opus-1")]
    [InlineData("OPUS-1-2026", null, "maker opus-1")]
    [InlineData("opus-10", null, "maker opus-10")]
    [InlineData("alpaca", null, "stall alpaca")]
    [InlineData("big-alpaca", null, "stall alpaca")]
    [InlineData("big-llama", null, "shop llama")]
    [InlineData("llama", "stall", "stall llama")]
    [InlineData("llama", "SHOP", "shop llama")]
    [InlineData("stall/llama", null, "stall llama")]
    [InlineData("opus-1", "makers", "maker opus-1")]
    [InlineData("opus-10", "shop", "maker opus-10")]
    [InlineData("maker/opus-1", null, "shop maker/opus-1")]
    [InlineData("maker/opus-10", null, "maker opus-10")]
    public void Finds_models_by_the_rules_of_the_table(string name, string? provider, string expected)
    {
        var lookup = Book.Find(name, provider);

        Assert.True(lookup.IsFound, lookup.Refusal?.Message);
        Assert.Equal(expected, $"{lookup.Model.Provider} {lookup.Model.Name}");
    }

    [Fact]
    public void Asks_for_a_provider_where_several_sell_it()
    {
        var refusal = Book.Find("llama").Refusal!;

        Assert.Equal(PriceRefusalKind.SeveralProviders, refusal.Kind);
        Assert.Equal("'llama' is sold by shop, stall", refusal.Message);
        Assert.Equal(["shop", "stall"], refusal.Near);
    }

    [Theory]
    [InlineData("alpca", null, PriceRefusalKind.UnknownModel, "alpaca")]
    [InlineData("bug-llama", null, PriceRefusalKind.UnknownModel, "big-llama")]
    [InlineData("lama", "stall", PriceRefusalKind.UnknownModel, "llama")]
    [InlineData("llama", "stal", PriceRefusalKind.UnknownProvider, "stall")]
    [InlineData("gpt", null, PriceRefusalKind.UnknownModel, null)]
    public void Names_near_spellings(string name, string? provider, PriceRefusalKind kind, string? near)
    {
        var refusal = Book.Price(name, new TokenUsage { InputTokens = 1 }, Day, provider).Refusal!;

        Assert.Equal(kind, refusal.Kind);
        Assert.Equal(near, refusal.Near.Count > 0 ? refusal.Near[0] : null);
        Assert.Equal(refusal, Book.WorstCase(name, new(1, 0), Day, provider).Refusal! with { Near = refusal.Near });
    }

    [Fact]
    public void An_upper_table_hides_what_those_below_say()
    {
        var own = GenAi("""[{"id":"stall","models":[{"id":"llama","match":{"equals":"llama"},"prices":{"input_mtok":9}}]}]""");
        var book = Book.With(own);

        Assert.Equal(Money.Parse("9u$"), book.Price("llama", new TokenUsage { InputTokens = 1 }, Day).Breakdown!.Total);
        Assert.Equal(Money.Parse("2u$"), book.Price("llama", new TokenUsage { InputTokens = 1 }, Day, "shop").Breakdown!.Total);
        Assert.Equal(Money.Parse("18u$"), book.WorstCase("llama", new(2, 0), Day).Breakdown!.Total);
        Assert.Equal(Book.Models.Count, book.Models.Count);
        Assert.Equal(["shop", "stall"], book.Models.Where(static model => model.Name == "llama").Select(static model => model.Provider).Order());
    }

    [Fact]
    public void A_table_that_answers_for_all_does_so_after_the_provider_itself()
    {
        var own = new PriceTable(Source,
        [
            new("shop", [Own("shop", "llama")]),
            new("own", [Own("own", "llama"), Own("own", "house")]) { AnswersForAll = true },
        ]);
        var book = Book.With(own);

        Assert.Equal("shop", book.Find("llama", "shop").Model!.Provider);
        Assert.Equal("own", book.Find("house", "shop").Model!.Provider);
        Assert.Equal("own", book.Find("llama", "stall").Model!.Provider);
        Assert.Equal("own", book.Find("stall/house").Model!.Provider);
        Assert.Equal(PriceRefusalKind.UnknownProvider, book.Find("mouse", "stal").Refusal!.Kind);
        Assert.Equal(PriceRefusalKind.UnknownModel, book.Find("mouse", "own").Refusal!.Kind);
        Assert.Equal(["house"], book.Find("housee", "stall").Refusal!.Near);

        static PricedModel Own(string provider, string name) => Model((PriceComponent.Input, "$1")) with { Provider = provider, Name = name, Match = MatchRule.AnyOf([name]) };
    }

    [Fact]
    public void Finds_providers_by_name_and_names_near_ones()
    {
        Assert.True(Book.TryFindProviders("makers", out var found, out _));
        Assert.Equal(["maker"], found.Select(static provider => provider.Id));
        Assert.False(Book.TryFindProviders("stal", out found, out var refusal));
        Assert.Empty(found);
        Assert.Equal(["stall"], refusal.Near);
    }

    [Theory]
    [InlineData("""{"equals":"a-b"}""", "A-b", "a-bc")]
    [InlineData("""{"starts_with":"a-"}""", "A-b", "b-a-")]
    [InlineData("""{"ends_with":"-b"}""", "a-B", "a-bc")]
    [InlineData("""{"contains":"-"}""", "a-b", "ab")]
    [InlineData("""{"regex":"^o[134]"}""", "O3-mini", "go3")]
    [InlineData("""{"or":[{"equals":"a"},{"equals":"b"}]}""", "b", "c")]
    [InlineData("""{"and":[{"starts_with":"a"},{"or":[{"ends_with":"b"},{"ends_with":"c"}]}]}""", "a-c", "a-d")]
    public void Each_kind_of_rule_matches(string rule, string name, string other)
    {
        var match = GenAi($$"""[{"id":"p","models":[{"id":"m","match":{{rule}},"prices":{} }]}]""").Models.Single().Match;

        Assert.True(match.Matches(name));
        Assert.False(match.Matches(other));
    }

    [Fact]
    public void A_regular_expression_without_end_is_given_up()
    {
        var linear = MatchRule.Of(MatchKind.Regex, "^(a+)+$");
        var backtracking = MatchRule.Of(MatchKind.Regex, "^(?=a)(a+)+$");

        Assert.False(linear.Matches(new string('a', 10_000) + "b"));
        Assert.True(linear.Matches(new string('a', 10_000)));
        Assert.False(backtracking.Matches(new string('a', 40) + "b"));
        Assert.True(backtracking.Matches("aaa"));
    }
}
