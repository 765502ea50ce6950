using System.Globalization;
using Prudence.Budgeting;
using Prudence.Cli.Yaml;

namespace Prudence.Cli.Simulation;

/// <summary>Reads the values of a workload.</summary>
internal static class WorkloadText
{
    /// <summary>A whole number within bounds.</summary>
    public static long Count(YamlValue node, long least, long most) =>
        long.TryParse(node.Text().Replace("_", "", StringComparison.Ordinal), NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count >= least && count <= most
            ? count
            : throw node.Fail($"expected a whole number from {least} to {most}, found '{node.Text()}'");

    /// <summary>A time such as <c>500ms</c>, <c>60s</c>, <c>2h</c>, <c>7d</c>.</summary>
    public static TimeSpan Time(YamlValue node) => TryTime(node.Text(), out var time) ? time : throw node.Fail($"expected a time such as 500ms, 60s, 5min, 2h or 7d, found '{node.Text()}'");

    /// <summary>A share such as <c>2%</c>, in ten-thousandths.</summary>
    public static int Share(YamlValue node)
    {
        var text = node.Text();
        return text.EndsWith('%') && decimal.TryParse(text[..^1], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var percent) && percent <= 100
            ? (int)(percent * 100)
            : throw node.Fail($"expected a percentage from 0% to 100%, found '{text}'");
    }

    /// <summary>A number, two with a minus between them, or a median with a 95th percentile.</summary>
    /// <param name="node">The value.</param>
    /// <param name="read">Reads one number; null if it is none.</param>
    /// <param name="what">What one number looks like.</param>
    public static Distribution Spread(YamlValue node, Func<string, long?> read, string what)
    {
        if (node.IsMapping)
        {
            var members = node.Members("median", "p95");
            var (median, p95) = (One(members["median"], members["median"].Text()), One(members["p95"], members["p95"].Text()));
            return median > 0 && p95 >= median ? new Distribution(median, p95, IsLogNormal: true) : throw node.Fail("expected a median above 0 and a 95th percentile not below it");
        }

        var text = node.Text();
        var parts = text.Split('-', 2, StringSplitOptions.TrimEntries);
        var (low, high) = (One(node, parts[0]), One(node, parts[^1]));
        return low <= high ? new Distribution(low, high) : throw node.Fail($"expected the lesser first, found '{text}'");

        long One(YamlValue place, string number) =>
            read(number) is { } value and >= 0 ? value : throw place.Fail($"expected {what}, two with '-' between them, or {{median: ..., p95: ...}}, found '{number}'");
    }

    public static Distribution Counts(YamlValue node) => Spread(
        node, static text => long.TryParse(text.Replace("_", "", StringComparison.Ordinal), NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count <= 1_000_000_000 ? count : null, "a whole number");

    public static Distribution Times(YamlValue node) => Spread(node, static text => TryTime(text, out var time) ? time.Ticks : null, "a time such as 2s");

    public static Distribution Amounts(YamlValue node) => Spread(node, static text => MoneyParser.TryParse(text, out var money, out _) ? money.NanoDollars : null, "an amount such as $0.02");

    private static bool TryTime(string text, out TimeSpan time)
    {
        if (text.EndsWith('d') && int.TryParse(text[..^1], NumberStyles.None, CultureInfo.InvariantCulture, out var days))
        {
            time = TimeSpan.FromDays(Math.Min(days, 36_525));
            return days > 0;
        }

        return RunLimitsParser.TryParseTime(text, out time, out _) && time.Ticks > 0;
    }
}
