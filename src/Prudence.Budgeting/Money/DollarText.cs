using System.Globalization;

namespace Prudence.Budgeting;

/// <summary>Writes exact amounts of dollars: all decimals that are not zero, at least two, never an exponent.</summary>
internal static class DollarText
{
    private const int FewestDecimals = 2;

    /// <summary>Writes an amount that is counted in units of a dollar's <paramref name="decimals"/>-th decimal.</summary>
    public static string Write(Int128 amount, int decimals)
    {
        var digits = amount.ToString(CultureInfo.InvariantCulture).TrimStart('-').PadLeft(decimals + 1, '0');
        var dollars = Int128.Parse(digits[..^decimals], CultureInfo.InvariantCulture).ToString("N0", CultureInfo.InvariantCulture);
        var fraction = digits[^decimals..].TrimEnd('0').PadRight(FewestDecimals, '0');
        return $"{(amount < 0 ? "-" : "")}${dollars}.{fraction}";
    }
}
