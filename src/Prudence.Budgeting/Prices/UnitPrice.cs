namespace Prudence.Budgeting.Prices;

/// <summary>
/// What one token, image or request costs, exactly: whole nano-dollars per million units, which is the same as millionths of a nano-dollar
/// per unit. <c>$0.0375 per million</c> is 37,500,000.
/// </summary>
/// <param name="NanoDollarsPerMillion">Nano-dollars per million units; not negative.</param>
public readonly record struct UnitPrice(long NanoDollarsPerMillion) : IComparable<UnitPrice>
{
    /// <summary>Nano-dollars per million units; not negative.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is made with a negative number.</exception>
    public long NanoDollarsPerMillion { get; } = NanoDollarsPerMillion >= 0
        ? NanoDollarsPerMillion
        : throw new ArgumentOutOfRangeException(nameof(NanoDollarsPerMillion), "a price is not negative");

    /// <summary>Free of charge.</summary>
    public static UnitPrice Zero { get; }

    /// <summary>The price as an amount of money for a million units.</summary>
    public Money PerMillion => new(NanoDollarsPerMillion);

    /// <summary>The price where a million units cost so much.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is negative.</exception>
    public static UnitPrice OfMillion(Money price) => new(price.NanoDollars);

    /// <summary>Whether the first is cheaper.</summary>
    public static bool operator <(UnitPrice left, UnitPrice right) => left.NanoDollarsPerMillion < right.NanoDollarsPerMillion;

    /// <summary>Whether the first is not dearer.</summary>
    public static bool operator <=(UnitPrice left, UnitPrice right) => left.NanoDollarsPerMillion <= right.NanoDollarsPerMillion;

    /// <summary>Whether the first is dearer.</summary>
    public static bool operator >(UnitPrice left, UnitPrice right) => left.NanoDollarsPerMillion > right.NanoDollarsPerMillion;

    /// <summary>Whether the first is not cheaper.</summary>
    public static bool operator >=(UnitPrice left, UnitPrice right) => left.NanoDollarsPerMillion >= right.NanoDollarsPerMillion;

    /// <inheritdoc/>
    public int CompareTo(UnitPrice other) => NanoDollarsPerMillion.CompareTo(other.NanoDollarsPerMillion);

    /// <summary>The price of a million units, for example <c>$0.0375</c>.</summary>
    public override string ToString() => PerMillion.ToString();
}
