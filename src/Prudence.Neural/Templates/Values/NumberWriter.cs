using System.Globalization;

namespace Prudence.Neural.Templates.Values;

/// <summary>Writes floating-point numbers as Python does: the shortest digits that read back as the same number, and always a point or an exponent.</summary>
internal static class NumberWriter
{
    public static string Write(double value)
    {
        if (!double.IsFinite(value))
        {
            return double.IsNaN(value) ? "nan" : value > 0 ? "inf" : "-inf";
        }

        var parts = Math.Abs(value).ToString("R", CultureInfo.InvariantCulture).Split('E');
        var point = parts[0].IndexOf('.', StringComparison.Ordinal) is >= 0 and var found ? found : parts[0].Length;
        var digits = parts[0].Replace(".", "", StringComparison.Ordinal);
        var exponent = point - 1 - (digits.Length - digits.TrimStart('0').Length) + (parts.Length > 1 ? int.Parse(parts[1], CultureInfo.InvariantCulture) : 0);
        digits = digits.Trim('0');
        return (double.IsNegative(value) ? "-" : "") + (digits.Length == 0 ? "0.0" : exponent is < -4 or >= 16 ? Scientific(digits, exponent) : Positional(digits, exponent));
    }

    private static string Scientific(string digits, int exponent)
    {
        var fraction = digits.Length > 1 ? "." + digits[1..] : "";
        return string.Create(CultureInfo.InvariantCulture, $"{digits[0]}{fraction}e{(exponent < 0 ? '-' : '+')}{Math.Abs(exponent):00}");
    }

    private static string Positional(string digits, int exponent)
    {
        if (exponent < 0)
        {
            return "0." + new string('0', -exponent - 1) + digits;
        }

        var whole = exponent + 1;
        return digits.Length <= whole ? digits.PadRight(whole, '0') + ".0" : $"{digits[..whole]}.{digits[whole..]}";
    }
}
