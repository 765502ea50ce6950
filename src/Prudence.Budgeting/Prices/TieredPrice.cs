namespace Prudence.Budgeting.Prices;

/// <summary>
/// The price of one part of a bill, which may be another for requests with long input. A request whose input, cached tokens included, exceeds
/// the start of a tier is priced at that tier as a whole, and not only for the tokens beyond the start: at 200,000 tokens of input a tier that
/// starts at 200,000 does not hold yet, at 200,001 it holds for all of them. That is how providers bill long context.
/// </summary>
public sealed class TieredPrice : IEquatable<TieredPrice>
{
    private readonly PriceTier[] tiers;

    /// <summary>Makes a price.</summary>
    /// <param name="price">What holds up to the first tier.</param>
    /// <param name="tiers">What holds beyond, in any order.</param>
    public TieredPrice(UnitPrice price, params IEnumerable<PriceTier> tiers)
    {
        Base = price;
        this.tiers = [.. tiers.OrderBy(static tier => tier.Start)];
    }

    /// <summary>The price of requests with short input.</summary>
    public UnitPrice Base { get; }

    /// <summary>The prices of requests with longer input, by their start.</summary>
    public IReadOnlyList<PriceTier> Tiers => tiers;

    /// <summary>The price in a request with that many tokens of input.</summary>
    public UnitPrice At(long inputTokens)
    {
        var price = Base;
        foreach (var tier in tiers)
        {
            price = inputTokens > tier.Start ? tier.Price : price;
        }

        return price;
    }

    /// <summary>The highest price in any request with at most that many tokens of input.</summary>
    public UnitPrice Dearest(long maxInputTokens)
    {
        var price = Base;
        foreach (var tier in tiers)
        {
            price = maxInputTokens > tier.Start && tier.Price > price ? tier.Price : price;
        }

        return price;
    }

    /// <inheritdoc/>
    public bool Equals(TieredPrice? other) => other is not null && Base == other.Base && tiers.AsSpan().SequenceEqual(other.tiers);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as TieredPrice);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Base, tiers.Length);

    /// <summary>For example <c>$3.00, above 200,000 input tokens $6.00</c>.</summary>
    public override string ToString() =>
        string.Concat([Base.ToString(), .. tiers.Select(static tier => $", above {AmountFormat.Count(tier.Start)} input tokens {tier.Price}")]);
}
