using System.Globalization;
using System.Numerics;

namespace Prudence.Budgeting;

/// <summary>A decimal number as written, exactly: digits and a power of ten.</summary>
internal readonly record struct DecimalNumber(BigInteger Digits, int Exponent)
{
    // Enough for every price, and little enough that no text makes a number of a million digits.
    private const int MostDigits = 60;
    private const int LargestExponent = 100;

    /// <summary>Reads <c>12.5</c> or, with an exponent, <c>-1.25e-05</c>; false for anything else and for absurd lengths.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out DecimalNumber number)
    {
        number = default;
        var mark = text.IndexOfAny('e', 'E');
        var exponent = 0;
        if (mark >= 0 && (!int.TryParse(text[(mark + 1)..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out exponent)
            || Math.Abs((long)exponent) > LargestExponent))
        {
            return false;
        }

        var mantissa = mark >= 0 ? text[..mark] : text;
        var isNegative = mantissa.StartsWith('-');
        mantissa = isNegative ? mantissa[1..] : mantissa;
        var point = mantissa.IndexOf('.');
        var decimals = point < 0 ? 0 : mantissa.Length - point - 1;
        var plain = point < 0 ? mantissa.ToString() : string.Concat(mantissa[..point], mantissa[(point + 1)..]);
        if (plain.Length is 0 or > MostDigits || plain.AsSpan().ContainsAnyExceptInRange('0', '9'))
        {
            return false;
        }

        var digits = BigInteger.Parse(plain, NumberStyles.None, CultureInfo.InvariantCulture);
        number = new(isNegative ? -digits : digits, exponent - decimals);
        return true;
    }

    /// <summary>The number times ten to that power, as a whole number; false where a part of it is left over.</summary>
    public bool TryScale(int power, out BigInteger whole)
    {
        (whole, var left) = Divide(power);
        return left.IsZero;
    }

    /// <summary>The number times ten to that power, rounded to the nearest whole number; halves go away from zero.</summary>
    public BigInteger Scale(int power)
    {
        var (tenfold, _) = Divide(power + 1);
        return BigInteger.Divide(tenfold + (tenfold.Sign < 0 ? -5 : 5), 10);
    }

    private (BigInteger Whole, BigInteger Left) Divide(int power)
    {
        var shift = Exponent + power;
        if (shift >= 0)
        {
            return (Digits * BigInteger.Pow(10, shift), BigInteger.Zero);
        }

        var whole = BigInteger.DivRem(Digits, BigInteger.Pow(10, -shift), out var rest);
        return (whole, rest);
    }
}
