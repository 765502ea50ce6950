using System.Diagnostics.CodeAnalysis;

namespace Prudence.Budgeting.Prices;

/// <summary>The model that a name means, or the reason why it means none.</summary>
public sealed record PriceLookup
{
    private PriceLookup(PricedModel? model, PriceRefusal? refusal) => (Model, Refusal) = (model, refusal);

    /// <summary>The model.</summary>
    public PricedModel? Model { get; }

    /// <summary>Why there is none, with near spellings.</summary>
    public PriceRefusal? Refusal { get; }

    /// <summary>Whether there is one.</summary>
    [MemberNotNullWhen(true, nameof(Model))]
    [MemberNotNullWhen(false, nameof(Refusal))]
    public bool IsFound => Model is not null;

    internal static PriceLookup Of(PricedModel model) => new(model, null);

    /// <summary>No model, and why.</summary>
    public static PriceLookup Of(PriceRefusal refusal) => new(null, refusal);
}
