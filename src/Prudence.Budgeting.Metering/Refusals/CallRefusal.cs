using Prudence.Budgeting.Prices;

namespace Prudence.Budgeting.Metering;

/// <summary>Why a call was not made, and what would help. Nothing was held, sent or charged.</summary>
/// <param name="Kind">Why.</param>
/// <param name="Message">The same for a person, with what to do.</param>
public sealed record CallRefusal(CallRefusalKind Kind, string Message)
{
    /// <summary>What the budget says; null for other kinds.</summary>
    public BudgetRefusal? Budget { get; init; }

    /// <summary>The largest limit on output for which the same request would be let through now; null if there is none.</summary>
    public int? FittingMaxOutputTokens { get; init; }

    /// <summary>A model of <see cref="MeteringOptions.Alternatives"/> for which it would be let through now; null if there is none.</summary>
    public string? FittingModel { get; init; }

    /// <inheritdoc/>
    public override string ToString() => Message;

    internal static CallRefusal NotPriced(MeteredRequest request, PriceRefusal refusal) => new(
        CallRefusalKind.NotPriced,
        $"{request.Budget.Path} limits money, and {refusal.Message}; {refusal.Advice ?? "give it a price of your own (MeteringOptions.Prices)"}");

    internal static CallRefusal NotBounded(MeteredRequest request, string what) => new(
        CallRefusalKind.NotBounded,
        $"the input of this call of {request.Model ?? "a model"} has no bound because of {what}: set MeteringOptions.ContextWindow, TokensPerAttachment or InputTokenBound");
}
