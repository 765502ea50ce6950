using System.Globalization;
using System.Numerics;
using Prudence.Budgeting.Prices;
using static Prudence.Budgeting.Tests.Prices.PriceExamples;

namespace Prudence.Budgeting.Tests.Prices;

/// <summary>Prices against rational numbers of any length, which share no code with them.</summary>
public class ExactnessTests
{
    private static readonly BigInteger Million = 1_000_000;

    [Fact]
    public void A_total_is_the_exact_sum_rounded_up() => AssertProducts(count: 100_000, seed: 1);

    [Fact]
    [Trait("Category", "Long")]
    public void Ten_million_totals_are_the_exact_sum_rounded_up() => AssertProducts(count: 10_000_000, seed: 2);

    [Fact]
    public void The_worst_case_is_never_below_a_price_within_its_bounds()
    {
        var random = new Random(3);
        var reached = 0;
        for (var i = 0; i < 50_000; i++)
        {
            var model = RandomModel(random);
            var usage = RandomUsage(random, largest: 1_000_000);
            var price = Pricer.Price(model, usage, Day);
            var slack = random.Next(2) == 0 ? 2 : 500_000;
            var worst = Pricer.WorstCase(model, Bounds(usage, random.Next(slack), random.Next(slack)), Day);
            if (price.IsPriced)
            {
                Assert.True(worst.IsPriced, worst.Refusal?.Message);
                Assert.True(worst.Breakdown.Total >= price.Breakdown.Total, $"{usage}: {price.Breakdown.Total} exceeds {worst.Breakdown.Total}");
                reached += worst.Breakdown.Total == price.Breakdown.Total ? 1 : 0;
            }
        }

        Assert.True(reached > 100, $"the bound was met {reached} times: it is never tight");
    }

    [Fact]
    public void The_worst_case_of_every_shipped_model_is_never_below_a_price_within_its_bounds()
    {
        var random = new Random(4);
        foreach (var model in PriceBook.Default.Models)
        {
            for (var i = 0; i < 20; i++)
            {
                var usage = RandomUsage(random, largest: 500_000);
                if (Pricer.Price(model, usage, Day) is { IsPriced: true } price)
                {
                    var worst = Pricer.WorstCase(model, Bounds(usage, 0, 0), Day);
                    Assert.True(worst.Breakdown!.Total >= price.Breakdown.Total, $"{model.Provider} {model.Name}: {usage}");
                }
            }
        }
    }

    [Fact]
    public void Prices_are_read_as_they_are_written()
    {
        var random = new Random(5);
        var digits = Enumerable.Range(0, 5_000).Select(_ => random.NextInt64(1, 1_000_000_000_000)).ToList();
        var rows = digits.Select(static (value, row) => $"\"m{row}\":{{\"litellm_provider\":\"p\",\"input_cost_per_token\":{Write(value, row % 4)}}}");
        var models = TokenCost($"{{{string.Join(',', rows)}}}").Models.Select(static model => model.Prices[0][PriceComponent.Input]!.Base.NanoDollarsPerMillion);

        Assert.Equal(digits, models);
    }

    /// <summary>A price per token of so many millionths of a nano-dollar, in one of four ways to write it.</summary>
    private static string Write(long millionths, int way)
    {
        var digits = millionths.ToString(CultureInfo.InvariantCulture);
        return way switch
        {
            0 => $"{digits}e-15",
            1 => $"{digits[0]}.{digits[1..]}0E{digits.Length - 16}",
            2 => "0." + digits.PadLeft(15, '0'),
            _ => $"{digits}00e-17",
        };
    }

    private static void AssertProducts(int count, int seed)
    {
        var random = new Random(seed);
        for (var i = 0; i < count; i++)
        {
            var (input, cached, output) = (RandomPrice(random), RandomPrice(random), RandomPrice(random));
            var usage = new TokenUsage { InputTokens = random.NextInt64(1L << random.Next(1, 31)), OutputTokens = random.NextInt64(1L << random.Next(1, 31)) };
            usage = usage with { CachedReadTokens = random.NextInt64(usage.InputTokens + 1) };
            var model = Model(new ModelPrice(
                PriceValidity.Always,
                [new(PriceComponent.Input, new(input)), new(PriceComponent.CachedRead, new(cached)), new(PriceComponent.Output, new(output))]));

            var exact = ((BigInteger)(usage.InputTokens - usage.CachedReadTokens) * input.NanoDollarsPerMillion)
                + ((BigInteger)usage.CachedReadTokens * cached.NanoDollarsPerMillion) + ((BigInteger)usage.OutputTokens * output.NanoDollarsPerMillion);
            var whole = BigInteger.DivRem(exact, Million, out var left);
            var expected = left.IsZero ? whole : whole + 1;
            var total = Pricer.Price(model, usage, Day).Breakdown!.Total.NanoDollars;
            if (expected != total)
            {
                Assert.Fail($"{usage} at {input}, {cached}, {output}: expected {expected}, was {total}");
            }
        }
    }

    private static UnitPrice RandomPrice(Random random) => new(random.NextInt64(1L << random.Next(1, 44)));

    private static PricedModel RandomModel(Random random) => Model(new ModelPrice(
        PriceValidity.Always,
        PriceComponents.All.Where(component => component is PriceComponent.Input or PriceComponent.Output ? random.Next(10) > 0 : random.Next(3) == 0)
            .Select(component => KeyValuePair.Create(component, new TieredPrice(
                RandomPrice(random), Enumerable.Range(0, random.Next(3)).Select(_ => new PriceTier(random.Next(1_000_000), RandomPrice(random))).ToList())))));

    private static UsageBounds Bounds(TokenUsage usage, int moreInput, int moreOutput) => new(usage.InputTokens + moreInput, usage.OutputTokens + moreOutput)
    {
        InputImages = usage.InputImages,
        OutputImages = usage.OutputImages,
        Requests = usage.Requests,
    };

    private static TokenUsage RandomUsage(Random random, int largest)
    {
        int Part(ref int left)
        {
            var part = random.Next(3) == 0 ? random.Next(left + 1) : 0;
            left -= part;
            return part;
        }

        var (input, output) = (random.Next(largest), random.Next(largest));
        var (leftIn, leftOut) = (input, output);
        return new()
        {
            InputTokens = input,
            CachedReadTokens = Part(ref leftIn),
            CachedWriteTokens = Part(ref leftIn),
            AudioInputTokens = Part(ref leftIn),
            CachedAudioReadTokens = Part(ref leftIn),
            OutputTokens = output,
            ReasoningTokens = Part(ref leftOut),
            AudioOutputTokens = Part(ref leftOut),
            InputImages = random.Next(10) == 0 ? random.Next(3) : 0,
            OutputImages = random.Next(10) == 0 ? random.Next(3) : 0,
            Requests = random.Next(3),
            IsBatch = random.Next(2) == 0,
        };
    }
}
