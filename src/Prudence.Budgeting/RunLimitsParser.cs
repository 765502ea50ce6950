using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Prudence.Budgeting;

/// <summary>Reads limits as people write them: <c>60s, 4GiB, 10000 expansions</c>.</summary>
public static class RunLimitsParser
{
    private const string Advice = "write a time such as 60s, a memory such as 4GiB or a count such as 10000 expansions, with commas between them";

    private static readonly Dictionary<string, double> TimeUnits = new(StringComparer.OrdinalIgnoreCase)
    {
        ["ms"] = 0.001,
        ["s"] = 1,
        ["sec"] = 1,
        ["m"] = 60,
        ["min"] = 60,
        ["h"] = 3600,
    };

    private static readonly Dictionary<string, double> MemoryUnits = new(StringComparer.OrdinalIgnoreCase)
    {
        ["B"] = 1,
        ["K"] = 1024,
        ["KiB"] = 1024,
        ["kB"] = 1000,
        ["M"] = 1024 * 1024,
        ["MiB"] = 1024 * 1024,
        ["MB"] = 1e6,
        ["G"] = 1024 * 1024 * 1024,
        ["GiB"] = 1024 * 1024 * 1024,
        ["GB"] = 1e9,
        ["T"] = 1024.0 * 1024 * 1024 * 1024,
        ["TiB"] = 1024.0 * 1024 * 1024 * 1024,
        ["TB"] = 1e12,
    };

    /// <summary>Reads limits.</summary>
    /// <exception cref="FormatException">The text is not a list of limits; the message says what is wrong and what to write.</exception>
    public static RunLimits Parse(string text) => TryParse(text, out var limits, out var error) ? limits : throw new FormatException(error);

    /// <summary>Reads limits; <paramref name="error"/> says what is wrong and what to write instead.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out RunLimits? limits, [NotNullWhen(false)] out string? error)
    {
        ArgumentNullException.ThrowIfNull(text);
        var read = RunLimits.Unlimited;
        error = null;
        foreach (var item in text.Split(',', StringSplitOptions.TrimEntries))
        {
            error ??= Add(item, ref read);
        }

        limits = error is null ? read : null;
        return error is null;
    }

    /// <summary>Reads a time such as <c>500ms</c>, <c>60s</c>, <c>5min</c>, <c>1h</c>; a bare number counts seconds.</summary>
    public static bool TryParseTime(string text, out TimeSpan time, [NotNullWhen(false)] out string? error)
    {
        time = default;
        if (!TrySplit(text, out var number, out var unit) || !TimeUnits.TryGetValue(unit.Length == 0 ? "s" : unit, out var factor))
        {
            error = $"'{text}' is not a time: write for example 500ms, 60s, 5min or 1h";
            return false;
        }

        if (number * factor is not (> 0 and < 1e9))
        {
            error = $"'{text}' is out of range: a time limit lies between 0 and 30 years";
            return false;
        }

        time = TimeSpan.FromSeconds(number * factor);
        error = null;
        return true;
    }

    /// <summary>Reads a memory size such as <c>512MiB</c>, <c>4GiB</c> or <c>4GB</c> (decimal); <c>4G</c> is <c>4GiB</c>.</summary>
    public static bool TryParseMemory(string text, out long bytes, [NotNullWhen(false)] out string? error)
    {
        bytes = 0;
        if (!TrySplit(text, out var number, out var unit) || !MemoryUnits.TryGetValue(unit, out var factor))
        {
            error = $"'{text}' is not a memory size: write for example 512MiB or 4GiB";
            return false;
        }

        if (number * factor is not (>= 1 and < 9e18))
        {
            error = $"'{text}' is out of range: a memory limit is at least one byte and less than 8 EiB";
            return false;
        }

        bytes = (long)(number * factor);
        error = null;
        return true;
    }

    /// <summary>Reads a count such as <c>10000</c> or <c>10_000</c>: whole and at least one.</summary>
    public static bool TryParseCount(string text, out long count, [NotNullWhen(false)] out string? error)
    {
        var isCount = TrySplit(text, out var number, out var unit) && unit.Length == 0 && IsCount(number);
        count = isCount ? (long)number : 0;
        error = isCount ? null : $"'{text}' is not a whole number of at least 1: write for example 10000";
        return isCount;
    }

    private static bool IsCount(double number) => number == Math.Floor(number) && number is >= 1 and < 9e18;

    /// <summary>Adds one limit; returns what is wrong with it, or null.</summary>
    private static string? Add(string item, ref RunLimits limits)
    {
        string? error = null;
        if (!TrySplit(item, out var number, out var unit))
        {
            return item.Length == 0 ? $"a limit is missing: {Advice}" : $"'{item}' does not begin with a number: {Advice}";
        }

        if (TimeUnits.ContainsKey(unit) && TryParseTime(item, out var time, out error))
        {
            error = limits.Time is null ? null : Twice(item, "time");
            limits = limits with { Time = time };
        }
        else if (MemoryUnits.ContainsKey(unit) && TryParseMemory(item, out var bytes, out error))
        {
            error = limits.MemoryBytes is null ? null : Twice(item, "memory");
            limits = limits with { MemoryBytes = bytes };
        }
        else if (unit is "expansions" or "expansion")
        {
            error = !IsCount(number) ? $"'{item}' is out of range: a number of expansions is whole and at least 1"
                : limits.Expansions is null ? null : Twice(item, "expansions");
            limits = limits with { Expansions = (long)number };
        }
        else
        {
            error ??= unit.Length == 0 ? $"'{item}' lacks a unit: {Advice}" : $"unknown unit '{unit}' in '{item}': {Advice}";
        }

        return error;
    }

    private static string Twice(string item, string what) => $"'{item}' limits {what} a second time: give each limit once";

    private static bool TrySplit(string text, out double number, out string unit)
    {
        ArgumentNullException.ThrowIfNull(text);
        var trimmed = text.AsSpan().Trim();
        var length = 0;
        while (length < trimmed.Length && (char.IsAsciiDigit(trimmed[length]) || trimmed[length] is '.' or '_'))
        {
            length++;
        }

        var digits = trimmed[..length].ToString().Replace("_", "", StringComparison.Ordinal);
        unit = trimmed[length..].Trim().ToString();
        return double.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out number);
    }
}
