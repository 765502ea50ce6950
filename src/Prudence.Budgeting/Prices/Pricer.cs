namespace Prudence.Budgeting.Prices;

/// <summary>Works out what requests to a model cost.</summary>
public static class Pricer
{
    /// <summary>What a request costs at the prices of an instant.</summary>
    public static PriceResult Price(PricedModel model, TokenUsage usage, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(usage);
        if (usage.Problem() is { } problem)
        {
            return PriceResult.Of(new PriceRefusal(PriceRefusalKind.BadUsage, problem));
        }

        return model.PriceAt(at) is { } price ? Price(model, price, usage) : PriceResult.Of(Refusals.NoPriceThen(model, at));
    }

    /// <summary>
    /// The most that a request can cost that stays within bounds: every token of input is priced as the dearest part it can belong to (cached or
    /// not, text or audio, batch or not) in the dearest tier within reach, and likewise every token of output; images and requests at their price in
    /// the dearest tier. <see cref="Price(PricedModel, TokenUsage, DateTimeOffset)"/> is never above it for usage within the bounds. The prices are
    /// those of the instant: a request that is sent later may cost more.
    /// </summary>
    /// <param name="model">The model.</param>
    /// <param name="bounds">The most it uses.</param>
    /// <param name="at">The instant.</param>
    public static PriceResult WorstCase(PricedModel model, UsageBounds bounds, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(bounds);
        if (bounds.Problem() is { } problem)
        {
            return PriceResult.Of(new PriceRefusal(PriceRefusalKind.BadUsage, problem));
        }

        return model.PriceAt(at) is { } price ? WorstCase(model, price, bounds) : PriceResult.Of(Refusals.NoPriceThen(model, at));
    }

    private static PriceResult Price(PricedModel model, ModelPrice price, TokenUsage usage)
    {
        List<PriceLine> lines = [];
        foreach (var (component, units) in Parts(price, usage).Where(static part => part.Units > 0))
        {
            if (price.Effective(component) is { } unitPrice)
            {
                lines.Add(new PriceLine(component, units, unitPrice.At(usage.InputTokens)));
            }
            else if (component != PriceComponent.Request)
            {
                return PriceResult.Of(Refusals.NotPriced(model, component));
            }
        }

        return Sum(model, price, lines);
    }

    private static PriceResult WorstCase(PricedModel model, ModelPrice price, UsageBounds bounds)
    {
        List<PriceLine> lines = [];
        IReadOnlyList<(IReadOnlyList<PriceComponent> Components, long Units)> sides =
        [
            (PriceComponents.OfInput, bounds.InputTokens),
            ([PriceComponent.ImageInput], bounds.InputImages),
            (PriceComponents.OfOutput, bounds.OutputTokens),
            ([PriceComponent.ImageOutput], bounds.OutputImages),
            ([PriceComponent.Request], bounds.Requests),
        ];
        foreach (var (components, units) in sides.Where(static side => side.Units > 0))
        {
            var priced = components.Where(component => price[component] is not null).ToList();
            if (priced.Count == 0 && components[0] != PriceComponent.Request)
            {
                return PriceResult.Of(Refusals.NotPriced(model, components[0]));
            }

            lines.AddRange(priced.Select(component => new PriceLine(component, units, price[component]!.Dearest(bounds.InputTokens)))
                .OrderByDescending(static line => line.Price).Take(1));
        }

        return Sum(model, price, lines);
    }

    // Requests are free where only tokens have a price, but nothing is known to be free where nothing has one.
    private static PriceResult Sum(PricedModel model, ModelPrice price, List<PriceLine> lines) =>
        !price.Priced.Any() ? PriceResult.Of(Refusals.NotPriced(model, PriceComponent.Request))
        : PriceBreakdown.Of(model, price, lines) is { } breakdown ? PriceResult.Of(breakdown) : PriceResult.Of(Refusals.TooLarge());

    private static (PriceComponent Component, long Units)[] Parts(ModelPrice price, TokenUsage usage)
    {
        var plainInput = usage.InputTokens - usage.CachedReadTokens - usage.CachedWriteTokens - usage.AudioInputTokens - usage.CachedAudioReadTokens;
        var plainOutput = usage.OutputTokens - usage.ReasoningTokens - usage.AudioOutputTokens;
        var output = usage.IsBatch ? PriceComponent.BatchOutput : PriceComponent.Output;
        var reasoning = price[PriceComponent.Reasoning] is null ? output : PriceComponent.Reasoning;
        return
        [
            (usage.IsBatch ? PriceComponent.BatchInput : PriceComponent.Input, plainInput),
            (PriceComponent.CachedRead, usage.CachedReadTokens),
            (PriceComponent.CachedWrite, usage.CachedWriteTokens),
            (PriceComponent.AudioInput, usage.AudioInputTokens),
            (PriceComponent.CachedAudioRead, usage.CachedAudioReadTokens),
            (PriceComponent.ImageInput, usage.InputImages),
            (output, plainOutput),
            (reasoning, usage.ReasoningTokens),
            (PriceComponent.AudioOutput, usage.AudioOutputTokens),
            (PriceComponent.ImageOutput, usage.OutputImages),
            (PriceComponent.Request, usage.Requests),
        ];
    }
}
