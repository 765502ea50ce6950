using System.Diagnostics.CodeAnalysis;

namespace Prudence.Budgeting.Prices;

/// <summary>A price, or the reason why there is none.</summary>
public sealed record PriceResult
{
    private PriceResult(PriceBreakdown? breakdown, PriceRefusal? refusal) => (Breakdown, Refusal) = (breakdown, refusal);

    /// <summary>The price, line by line.</summary>
    public PriceBreakdown? Breakdown { get; }

    /// <summary>Why there is none.</summary>
    public PriceRefusal? Refusal { get; }

    /// <summary>Whether there is a price.</summary>
    [MemberNotNullWhen(true, nameof(Breakdown))]
    [MemberNotNullWhen(false, nameof(Refusal))]
    public bool IsPriced => Breakdown is not null;

    internal static PriceResult Of(PriceBreakdown breakdown) => new(breakdown, null);

    /// <summary>No price, and why.</summary>
    public static PriceResult Of(PriceRefusal refusal) => new(null, refusal);
}
