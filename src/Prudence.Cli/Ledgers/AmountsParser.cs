using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Prudence.Budgeting;
using Prudence.Cli.Running;

namespace Prudence.Cli.Ledgers;

/// <summary>Reads amounts as people write them: <c>$5</c> or <c>$5, 10000 output-tokens, 20 calls of search</c>. A comma between digits parts thousands.</summary>
internal static class AmountsParser
{
    private const string Advice = "write for example \"$5\" or \"$5, 10000 output-tokens\"";
    private const string Calls = "calls of ";

    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789_,");

    /// <summary>The resources that can be named; others are refused, so that a slip does not limit something that nobody uses.</summary>
    private static readonly Resource[] Known =
    [
        Resource.InputTokens, Resource.CachedReadTokens, Resource.CachedWriteTokens, Resource.OutputTokens, Resource.ReasoningTokens,
        Resource.Turns, Resource.Questions, Resource.Expansions,
    ];

    /// <summary>Reads amounts above zero, each resource once; <paramref name="error"/> says what is wrong and what to write instead.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out Cost? amounts, [NotNullWhen(false)] out string? error)
    {
        amounts = Cost.Zero;
        error = null;
        foreach (var item in Split(text))
        {
            if (!TryParseOne(item, out var resource, out var amount, out error))
            {
                break;
            }

            if (amounts[resource] > 0)
            {
                error = $"'{item}' names {resource} a second time: name each once";
                break;
            }

            amounts = amounts.With(resource, amount);
        }

        amounts = error is null ? amounts : null;
        return error is null;
    }

    /// <summary>Reads one amount above zero.</summary>
    public static bool TryParseOne(string item, [NotNullWhen(true)] out Resource? resource, out long amount, [NotNullWhen(false)] out string? error)
    {
        (resource, amount) = (null, 0);
        var digits = item.AsSpan().IndexOfAnyExcept(Digits);
        var name = digits > 0 ? item[digits..].Trim() : "";
        if (IsName(name))
        {
            error = TryName(name, out resource) ? Count(item, item[..digits], out amount) : Unknown(item, name);
        }
        else if (MoneyParser.TryParse(item, out var money, out error))
        {
            (resource, amount) = (Resource.Money, money.NanoDollars);
        }

        error ??= amount > 0 ? null : $"'{item}' is not above zero: {Advice}";
        resource = error is null ? resource : null;
        return error is null;
    }

    /// <summary>Finds a resource by its name.</summary>
    public static bool TryName(string name, [NotNullWhen(true)] out Resource? resource)
    {
        resource = name == Resource.Money.Name ? Resource.Money : Array.Find(Known, known => known.Name == name);
        if (resource is null && name.StartsWith(Calls, StringComparison.Ordinal) && name.Length > Calls.Length)
        {
            resource = Resource.Calls(name[Calls.Length..]);
        }

        return resource is not null;
    }

    /// <summary>The names that can be given, with one that stands for all tools.</summary>
    public static IEnumerable<string> Names => Known.Select(static known => known.Name).Append("calls of TOOL");

    private static IEnumerable<string> Split(string text)
    {
        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == ',' && !(i > 0 && char.IsAsciiDigit(text[i - 1]) && i + 1 < text.Length && char.IsAsciiDigit(text[i + 1])))
            {
                yield return text[start..i].Trim();
                start = i + 1;
            }
        }

        yield return text[start..].Trim();
    }

    // What is written like a currency is left to the reader of money, which knows what to say about it.
    private static bool IsName(string text) =>
        text.Length > 0 && char.IsAsciiLetter(text[0]) && !text.Contains('$', StringComparison.Ordinal) && !(text.Length == 3 && text.All(char.IsAsciiLetterUpper));

    private static string? Count(string item, string digits, out long amount) =>
        long.TryParse(digits.Replace("_", "", StringComparison.Ordinal), NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out amount)
            && (!digits.Contains(',', StringComparison.Ordinal) || AmountFormat.Count(amount) == digits)
            ? null
            : $"'{item}' does not begin with a whole number below 2^63: {Advice}";

    private static string Unknown(string item, string name) =>
        $"there is no resource '{name}' in '{item}': {(Spelling.Nearest(name, Known.Select(static known => known.Name)) is { } near ? $"did you mean '{near}'?" : $"known are {string.Join(", ", Names)}")}";
}
