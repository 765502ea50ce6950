using System.Buffers;
using System.Globalization;
using Prudence.Budgeting;

namespace Prudence.Cli.Ledgers.Export;

/// <summary>Texts in the cells of comma-separated values.</summary>
internal static class CsvText
{
    private static readonly SearchValues<char> NeedQuotes = SearchValues.Create(",\"\r\n");

    /// <summary>
    /// Puts an apostrophe before a text that a spreadsheet would take for a formula, and before one that begins with an apostrophe, so that taking one
    /// away brings every text back.
    /// </summary>
    public static string Guard(string text) => text is ['=' or '+' or '-' or '@' or '\t' or '\r' or '\'', ..] ? $"'{text}" : text;

    /// <summary>A cell as it is written.</summary>
    public static string Quote(string cell) =>
        cell.AsSpan().ContainsAny(NeedQuotes) || cell.StartsWith(' ') || cell.EndsWith(' ') ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : cell;

    /// <summary>Dollars as a plain decimal number with all their digits, for example <c>1234.0000005</c>.</summary>
    public static string Dollars(Money money)
    {
        var (dollars, rest) = Math.DivRem(money.NanoDollars, Money.NanoDollarsPerDollar);
        var sign = money.NanoDollars < 0 ? "-" : "";
        var fraction = Math.Abs(rest).ToString("D9", CultureInfo.InvariantCulture).TrimEnd('0').PadRight(2, '0');
        return $"{sign}{dollars.ToString(CultureInfo.InvariantCulture).TrimStart('-')}.{fraction}";
    }
}
