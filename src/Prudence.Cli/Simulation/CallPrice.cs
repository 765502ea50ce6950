using Prudence.Budgeting;
using Prudence.Budgeting.Prices;

namespace Prudence.Cli.Simulation;

/// <summary>Draws what a call costs and what it could have cost.</summary>
internal abstract class CallPrice
{
    /// <summary>The next call: its worst case, and what it turns out to cost, which is not more.</summary>
    public abstract (Cost Worst, Cost Actual) Draw(Random random);

    /// <summary>Costs that are given.</summary>
    public sealed class Given(Distribution amount, Money worst) : CallPrice
    {
        public override (Cost Worst, Cost Actual) Draw(Random random) =>
            (Cost.Zero.With(worst), Cost.Zero.With(new Money(Math.Min(amount.Draw(random), worst.NanoDollars))));
    }

    /// <summary>Costs by the tokens of a model, at the prices of one instant.</summary>
    public sealed class OfModel(PricedModel model, DateTimeOffset at, Distribution input, Distribution output, long mostOutput) : CallPrice
    {
        /// <summary>No model takes more, however long the tail of a distribution is.</summary>
        private const long MostInput = 10_000_000;

        private readonly Dictionary<long, Cost> worstByInput = [];

        public override (Cost Worst, Cost Actual) Draw(Random random)
        {
            var inputTokens = Math.Clamp(input.Draw(random), 1, MostInput);
            var outputTokens = Math.Min(output.Draw(random), mostOutput);
            var actual = Pricer.Price(model, new TokenUsage { InputTokens = inputTokens, OutputTokens = outputTokens }, at);
            return (Worst(inputTokens), Sum(actual, inputTokens, outputTokens));
        }

        // Calls of the same length have the same worst case, and to price it takes longer than everything else.
        private Cost Worst(long inputTokens)
        {
            if (!worstByInput.TryGetValue(inputTokens, out var worst))
            {
                worst = Sum(Pricer.WorstCase(model, new UsageBounds(inputTokens, mostOutput), at), inputTokens, mostOutput);
                worstByInput.Add(inputTokens, worst);
            }

            return worst;
        }

        private static Cost Sum(PriceResult price, long inputTokens, long outputTokens) => Cost.Zero
            .With(price.IsPriced ? price.Breakdown.Total : throw new InvalidOperationException(price.Refusal.Message))
            .With(Resource.InputTokens, inputTokens)
            .With(Resource.OutputTokens, outputTokens);
    }
}
