using System.Globalization;
using Prudence.Budgeting.Prices;

namespace Prudence.Budgeting.Metering;

/// <summary>Finds out what a refused call could be made into that fits.</summary>
internal static class RefusalAdvice
{
    public static CallRefusal Of(MeteredRequest request, MeteringOptions options, UsageBounds bounds, BudgetRefusal refusal)
    {
        if (refusal.Reason != RefusalReason.Limit)
        {
            return new CallRefusal(CallRefusalKind.Budget, refusal.ToString()) { Budget = refusal };
        }

        bool FitsWith(long most)
        {
            var smaller = bounds with { OutputTokens = most };
            return Fits(request.Price(smaller), request, smaller, refusal);
        }

        var output = LargestOutput(bounds.OutputTokens, FitsWith);
        var model = options.Alternatives.FirstOrDefault(name => name != request.Model && Fits(request.Price(name, bounds), request, bounds, refusal));
        string?[] advice =
        [
            output is null ? null : string.Create(CultureInfo.InvariantCulture, $"lower max output to {output:N0} tokens"),
            model is null ? null : $"use {model}",
        ];
        var words = string.Join(", or ", advice.Where(static part => part is not null));
        return new CallRefusal(CallRefusalKind.Budget, words.Length == 0 ? refusal.ToString() : $"{refusal}: {words}")
        {
            Budget = refusal,
            FittingMaxOutputTokens = output,
            FittingModel = model,
        };
    }

    private static bool Fits(PriceResult price, MeteredRequest request, UsageBounds bounds, BudgetRefusal refusal)
    {
        if (!price.IsPriced && request.Budget.IsLimited(Resource.Money))
        {
            return false;
        }

        var cost = CallBound.CostOf(request.Budget, bounds, price.Breakdown?.Total);
        return cost.Resources.All(resource => cost[resource] <= refusal.Fitting[resource]);
    }

    /// <summary>The price rises with the output, so that halving finds the largest that fits; null if not even one token does.</summary>
    private static int? LargestOutput(long most, Func<long, bool> fits)
    {
        if (!fits(1))
        {
            return null;
        }

        var (fitting, tooMany) = (1L, most);
        while (tooMany - fitting > 1)
        {
            var middle = fitting + ((tooMany - fitting) / 2);
            (fitting, tooMany) = fits(middle) ? (middle, tooMany) : (fitting, middle);
        }

        return (int)fitting;
    }
}
