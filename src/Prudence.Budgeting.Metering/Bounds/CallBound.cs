using Microsoft.Extensions.AI;
using Prudence.Budgeting.Prices;

namespace Prudence.Budgeting.Metering;

/// <summary>The most that a call can use and cost.</summary>
/// <param name="Usage">The most tokens.</param>
/// <param name="Cost">The same, with what it costs, in the resources of a budget.</param>
internal sealed record CallBound(UsageBounds Usage, Cost Cost)
{
    /// <summary>Bounds a call, or says why it has no bound.</summary>
    public static (CallBound? Bound, CallRefusal? Refusal) Of(MeteredRequest request, MeteringOptions options)
    {
        var (input, refusal) = Input(request, options);
        if (refusal is not null)
        {
            return (null, refusal);
        }

        var usage = new UsageBounds(input, request.MaxOutputTokens);
        var price = request.Price(usage);
        if (!price.IsPriced && request.Budget.IsLimited(Resource.Money))
        {
            return (null, CallRefusal.NotPriced(request, price.Refusal));
        }

        return (new CallBound(usage, CostOf(request.Budget, usage, price.Breakdown?.Total)), null);
    }

    /// <summary>The cost of a bound on tokens.</summary>
    public static Cost CostOf(Budget budget, UsageBounds usage, Money? price)
    {
        var cost = Cost.Zero
            .With(Resource.ModelCalls, 1)
            .With(Resource.InputTokens, usage.InputTokens)
            .With(Resource.OutputTokens, usage.OutputTokens);
        cost = price is { } money ? cost.With(money) : cost;
        return Limited(Limited(Limited(cost, budget, Resource.CachedReadTokens, usage.InputTokens),
            budget, Resource.CachedWriteTokens, usage.InputTokens), budget, Resource.ReasoningTokens, usage.OutputTokens);
    }

    /// <summary>Parts of input and output are held only where somebody limits them: a hold need not be longer than its limits.</summary>
    private static Cost Limited(Cost cost, Budget budget, Resource part, long amount) => budget.IsLimited(part) ? cost.With(part, amount) : cost;

    private static (long Tokens, CallRefusal? Refusal) Input(MeteredRequest request, MeteringOptions options)
    {
        if (options.InputTokenBound is { } bound)
        {
            return (bound(request.Messages, request.Options), null);
        }

        var input = InputBound.Of(request.Messages, request.Options);
        var attachments = options.TokensPerAttachment is { } each ? each * input.Attachments : input.Attachments == 0 ? 0 : (long?)null;
        if (attachments is { } tokens && input.Unbounded is null)
        {
            return (input.Tokens + tokens, null);
        }

        // No request is longer than the model's window, whatever the provider adds to it.
        return (options.ContextWindow ?? request.PricedModel?.ContextWindow) is { } window
            ? (window, null)
            : (0, CallRefusal.NotBounded(request, input.Unbounded ?? "an attachment"));
    }
}
