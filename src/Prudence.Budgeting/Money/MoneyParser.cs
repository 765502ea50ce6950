using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Numerics;

namespace Prudence.Budgeting;

/// <summary>
/// Reads amounts of US dollars exactly: <c>$0.0125</c>, <c>$1,000.50</c>, <c>0.0125 USD</c>, <c>12.5m$</c> (thousandths),
/// <c>3µ$</c> or <c>3u$</c> (millionths), <c>5n$</c> (billionths); with a minus in front for less than nothing. Digits may be parted by
/// commas, where they part thousands, and by <c>_</c>.
/// </summary>
public static class MoneyParser
{
    private const int LongestShown = 40;
    private const string Advice = "write US dollars such as $0.0125, 0.0125 USD, 12.5m$, 3u$ or 5n$";

    private static readonly SearchValues<char> NumberCharacters = SearchValues.Create("0123456789.,_");

    private static readonly SearchValues<char> OtherSigns = SearchValues.Create("€£¥₹₩₽₺₿₣₴₦¢");

    /// <summary>Decimals by unit, counted from the nano-dollar.</summary>
    private static readonly Dictionary<string, int> Units = new(StringComparer.Ordinal)
    {
        ["$"] = 9,
        ["m$"] = 6,
        ["µ$"] = 3,
        ["μ$"] = 3,
        ["u$"] = 3,
        ["n$"] = 0,
    };

    /// <summary>Reads an amount.</summary>
    /// <exception cref="FormatException">The text is not an amount of US dollars; the message says what is wrong and what to write.</exception>
    public static Money Parse(string text) => TryParse(text, out var money, out var error) ? money : throw new FormatException(error);

    /// <summary>Reads an amount; <paramref name="error"/> says what is wrong and what to write instead.</summary>
    public static bool TryParse(string text, out Money money, [NotNullWhen(false)] out string? error)
    {
        ArgumentNullException.ThrowIfNull(text);
        money = default;
        error = Read(text.Trim(), out var nanoDollars);
        if (error is null)
        {
            money = new Money(nanoDollars);
        }

        return error is null;
    }

    private static string? Read(string text, out long nanoDollars)
    {
        nanoDollars = 0;
        if (text.Length == 0)
        {
            return $"an amount is missing: {Advice}";
        }

        var isNegative = text[0] == '-';
        var rest = text.AsSpan(isNegative ? 1 : 0);
        var hasSign = rest.StartsWith("$");
        rest = hasSign ? rest[1..] : rest;
        var length = rest.IndexOfAnyExcept(NumberCharacters);
        var digits = length < 0 ? rest : rest[..length];
        var unit = length < 0 ? "" : rest[length..].Trim().ToString();
        if (Decimals(unit, hasSign) is not { } decimals)
        {
            return Refuse(text, digits.Length > 0, unit);
        }

        return !TryReadNumber(digits, out var number) ? $"'{Show(text)}' is not an amount: {Advice}" : Scale(text, number, decimals, isNegative, out nanoDollars);
    }

    private static int? Decimals(string unit, bool hasSign) =>
        unit.Length == 0 ? (hasSign ? Units["$"] : null)
        : unit.Equals("USD", StringComparison.OrdinalIgnoreCase) ? Units["$"]
        : !hasSign && Units.TryGetValue(unit, out var decimals) ? decimals : null;

    private static string Refuse(string text, bool hasNumber, string unit)
    {
        var isOtherCurrency = text.AsSpan().ContainsAny(OtherSigns) || IsOtherCode(hasNumber ? unit : unit.Split(' ')[0]);
        return isOtherCurrency ? $"'{Show(text)}' is in another currency, and only US dollars are counted: convert it, then {Advice}"
            : !hasNumber ? $"'{Show(text)}' does not begin with an amount: {Advice}"
            : unit.Length == 0 ? $"'{Show(text)}' lacks a unit: {Advice}"
            : $"unknown unit '{Show(unit)}' in '{Show(text)}': {Advice}";
    }

    private static bool IsOtherCode(string word) =>
        word.Length == 3 && word.All(char.IsAsciiLetter) && !word.Equals("USD", StringComparison.OrdinalIgnoreCase);

    // The text may come from a file that someone else wrote: a message is one line that a terminal can show.
    private static string Show(string text) =>
        string.Concat(text.Select(static character => char.IsControl(character) ? '?' : character).Take(LongestShown)) + (text.Length > LongestShown ? "..." : "");

    private static string? Scale(string text, DecimalNumber number, int decimals, bool isNegative, out long nanoDollars)
    {
        nanoDollars = 0;
        if (!number.TryScale(decimals, out var whole))
        {
            return $"'{Show(text)}' is finer than a nano-dollar (1n$ = $0.000000001), the smallest amount there is: round it";
        }

        whole = isNegative ? BigInteger.Negate(whole) : whole;
        if (whole < long.MinValue || whole > long.MaxValue)
        {
            return $"'{Show(text)}' is too large: an amount is at most {Money.MaxValue}";
        }

        nanoDollars = (long)whole;
        return null;
    }

    /// <summary>Digits with at most one point; commas only where they part thousands, so that <c>0,5</c> is not taken for five; <c>_</c> only between digits.</summary>
    private static bool TryReadNumber(ReadOnlySpan<char> text, out DecimalNumber number)
    {
        number = default;
        var point = text.IndexOf('.');
        var whole = point < 0 ? text : text[..point];
        var fraction = point < 0 ? default : text[(point + 1)..];
        if (whole.IsEmpty || fraction.ContainsAny(',', '.') || (point >= 0 && fraction.IsEmpty) || !PartsThousands(whole) || HasStray(whole) || HasStray(fraction))
        {
            return false;
        }

        var plain = text.ToString().Replace(",", "", StringComparison.Ordinal).Replace("_", "", StringComparison.Ordinal);
        return DecimalNumber.TryParse(plain, out number);
    }

    private static bool HasStray(ReadOnlySpan<char> part) => part.StartsWith('_') || part.EndsWith('_') || part.Contains("__", StringComparison.Ordinal);

    private static bool PartsThousands(ReadOnlySpan<char> whole)
    {
        if (!whole.Contains(','))
        {
            return true;
        }

        var first = whole.IndexOf(',');
        var rest = whole[first..];
        var isEven = first is >= 1 and <= 3 && rest.Length % 4 == 0;
        for (var i = 0; isEven && i < rest.Length; i++)
        {
            isEven = (rest[i] == ',') == (i % 4 == 0) && rest[i] != '_';
        }

        return isEven;
    }
}
