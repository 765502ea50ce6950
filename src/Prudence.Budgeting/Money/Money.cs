namespace Prudence.Budgeting;

/// <summary>An amount of US dollars in whole nano-dollars. Signed, so that differences can be shown; exact, for no floating-point number is involved.</summary>
/// <param name="NanoDollars">The amount in billionths of a US dollar.</param>
public readonly record struct Money(long NanoDollars) : IComparable<Money>
{
    /// <summary>How many nano-dollars a dollar has.</summary>
    public const long NanoDollarsPerDollar = 1_000_000_000;

    /// <summary>No money.</summary>
    public static Money Zero { get; }

    /// <summary>The largest amount, a little more than nine thousand million dollars.</summary>
    public static Money MaxValue { get; } = new(long.MaxValue);

    /// <summary>Reads an amount; see <see cref="MoneyParser"/>.</summary>
    /// <exception cref="FormatException">The text is not an amount of US dollars; the message says what is wrong and what to write.</exception>
    public static Money Parse(string text) => MoneyParser.Parse(text);

    /// <summary>The sum.</summary>
    /// <exception cref="OverflowException">It is out of range.</exception>
    public static Money operator +(Money left, Money right) => new(checked(left.NanoDollars + right.NanoDollars));

    /// <summary>The difference.</summary>
    /// <exception cref="OverflowException">It is out of range.</exception>
    public static Money operator -(Money left, Money right) => new(checked(left.NanoDollars - right.NanoDollars));

    /// <summary>The amount with the other sign.</summary>
    /// <exception cref="OverflowException">It is out of range.</exception>
    public static Money operator -(Money amount) => new(checked(-amount.NanoDollars));

    /// <summary>The amount so many times.</summary>
    /// <exception cref="OverflowException">It is out of range.</exception>
    public static Money operator *(Money amount, long times) => new(checked(amount.NanoDollars * times));

    /// <summary>Whether the first is less.</summary>
    public static bool operator <(Money left, Money right) => left.NanoDollars < right.NanoDollars;

    /// <summary>Whether the first is not more.</summary>
    public static bool operator <=(Money left, Money right) => left.NanoDollars <= right.NanoDollars;

    /// <summary>Whether the first is more.</summary>
    public static bool operator >(Money left, Money right) => left.NanoDollars > right.NanoDollars;

    /// <summary>Whether the first is not less.</summary>
    public static bool operator >=(Money left, Money right) => left.NanoDollars >= right.NanoDollars;

    /// <inheritdoc cref="op_Addition"/>
    public static Money Add(Money left, Money right) => left + right;

    /// <inheritdoc cref="op_Subtraction"/>
    public static Money Subtract(Money left, Money right) => left - right;

    /// <inheritdoc cref="op_UnaryNegation"/>
    public static Money Negate(Money amount) => -amount;

    /// <inheritdoc cref="op_Multiply"/>
    public static Money Multiply(Money amount, long times) => amount * times;

    /// <inheritdoc/>
    public int CompareTo(Money other) => NanoDollars.CompareTo(other.NanoDollars);

    /// <summary>The exact amount, for example <c>$0.0125</c>, <c>$1,234.50</c>, <c>-$0.02</c>; <see cref="Parse"/> reads it back.</summary>
    public override string ToString() => DollarText.Write(NanoDollars, decimals: 9);
}
