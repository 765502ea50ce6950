using System.Globalization;
using System.Numerics;

namespace Prudence.Cli.Ledgers.Reconciliation;

/// <summary>
/// An amount of an invoice as it stands there, exactly, with up to 30 decimals: invoices have lines of less than a nano-dollar. Only a sum is rounded.
/// </summary>
/// <param name="Units">The amount times 10^30.</param>
internal readonly record struct ExactAmount(BigInteger Units)
{
    private const int Decimals = 30;
    private const int MostDigits = 60;

    public static ExactAmount operator +(ExactAmount left, ExactAmount right) => new(left.Units + right.Units);

    /// <summary>Reads <c>0.0125</c>, <c>$1,234.50</c>, <c>-3e-05</c>; false for anything else.</summary>
    public static bool TryParse(string text, out ExactAmount amount)
    {
        amount = default;
        var rest = text.AsSpan().Trim();
        var isNegative = rest.StartsWith("-");
        rest = isNegative ? rest[1..] : rest;
        rest = rest.StartsWith("$") ? rest[1..] : rest;
        var mark = rest.IndexOfAny('e', 'E');
        var exponent = 0;
        if (mark >= 0 && (!int.TryParse(rest[(mark + 1)..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out exponent) || Math.Abs(exponent) > Decimals))
        {
            return false;
        }

        var mantissa = mark >= 0 ? rest[..mark] : rest;
        var point = mantissa.IndexOf('.');
        var fraction = point < 0 ? default : mantissa[(point + 1)..].TrimEnd('0');
        if (!TryParseWhole(point < 0 ? mantissa : mantissa[..point], fraction, out var digits))
        {
            return false;
        }

        var power = Decimals + exponent - fraction.Length;
        amount = new(power >= 0 ? (isNegative ? -digits : digits) * BigInteger.Pow(10, power) : 0);
        return power >= 0;
    }

    /// <summary>The amount in units of 10^-<paramref name="decimals"/>, rounded to the nearest; halves go away from zero. Null if it exceeds 2^63 - 1.</summary>
    public long? Round(int decimals)
    {
        var unit = BigInteger.Pow(10, Decimals - decimals);
        var whole = BigInteger.Divide((2 * Units) + (Units.Sign * unit), 2 * unit);
        return whole >= -long.MaxValue && whole <= long.MaxValue ? (long)whole : null;
    }

    private static bool TryParseWhole(ReadOnlySpan<char> whole, ReadOnlySpan<char> fraction, out BigInteger digits)
    {
        digits = 0;
        var plain = string.Concat(whole, fraction);
        if (plain.Contains(',', StringComparison.Ordinal))
        {
            // Commas part thousands, so that 0,5 is not taken for five.
            plain = plain.Replace(",", "", StringComparison.Ordinal);
            var isEven = long.TryParse(whole, NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var number)
                && whole.SequenceEqual(number.ToString("N0", CultureInfo.InvariantCulture));
            plain = isEven && !fraction.Contains(',') ? plain : "";
        }

        return plain.Length is > 0 and <= MostDigits && !plain.AsSpan().ContainsAnyExceptInRange('0', '9')
            && BigInteger.TryParse(plain, NumberStyles.None, CultureInfo.InvariantCulture, out digits);
    }
}
