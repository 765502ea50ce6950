namespace Prudence.Budgeting.Prices;

/// <summary>One line of a bill: so many units of one part at one price.</summary>
/// <param name="Component">The part.</param>
/// <param name="Units">How many tokens, images or requests.</param>
/// <param name="Price">The price of each.</param>
public sealed record PriceLine(PriceComponent Component, long Units, UnitPrice Price)
{
    /// <summary>The exact amount in millionths of a nano-dollar.</summary>
    public Int128 MillionthsOfNanoDollar => (Int128)Units * Price.NanoDollarsPerMillion;

    /// <summary>The exact amount, not rounded, for example <c>$0.0000000375</c>.</summary>
    public string Amount => DollarText.Write(MillionthsOfNanoDollar, decimals: 15);
}
