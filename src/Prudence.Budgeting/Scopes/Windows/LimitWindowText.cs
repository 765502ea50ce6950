using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Prudence.Budgeting;

/// <summary>
/// Windows as people write them: <c>day</c>, <c>month Europe/Berlin</c>, <c>rolling 24h</c>, <c>lifetime</c>; the calendar hangs in UTC where no time
/// zone is named.
/// </summary>
public static class LimitWindowText
{
    private const string Lifetime = "lifetime";
    private const string Rolling = "rolling ";
    private const string Advice = "write minute, hour, day, week or month, with a time zone such as Europe/Berlin after it or without, rolling 24h, or lifetime";

    /// <summary>Reads a window; <paramref name="error"/> says what is wrong and what to write instead.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out LimitWindow? window, [NotNullWhen(false)] out string? error)
    {
        ArgumentNullException.ThrowIfNull(text);
        var trimmed = text.Trim();
        (window, error) = trimmed == Lifetime ? (LimitWindow.Lifetime, null)
            : trimmed.StartsWith(Rolling, StringComparison.Ordinal) ? ReadRolling(trimmed[Rolling.Length..].Trim())
            : ReadCalendar(trimmed);
        return error is null;
    }

    /// <summary>The window as <see cref="TryParse"/> reads it back, for example <c>day UTC</c> or <c>rolling 1.00:00:00</c>.</summary>
    public static string Write(LimitWindow window) => window switch
    {
        CalendarWindow calendar => $"{calendar.Unit.ToString().ToLowerInvariant()} {calendar.TimeZone.Id}",
        RollingWindow rolling => $"{Rolling}{rolling.Length.ToString("c", CultureInfo.InvariantCulture)}",
        _ => Lifetime,
    };

    private static (LimitWindow? Window, string? Error) ReadRolling(string length)
    {
        if (!TimeSpan.TryParseExact(length, "c", CultureInfo.InvariantCulture, out var time) && !RunLimitsParser.TryParseTime(length, out time, out var error))
        {
            return (null, error);
        }

        return time.Ticks >= RollingCounter.BucketCount && time <= TimeSpan.FromDays(36_525)
            ? (LimitWindow.Rolling(time), null)
            : (null, $"'{length}' is no length of a window: it lies between 64 ticks of 100 ns and a hundred years");
    }

    private static (LimitWindow? Window, string? Error) ReadCalendar(string text)
    {
        var blank = text.IndexOf(' ', StringComparison.Ordinal);
        var (name, zone) = blank < 0 ? (text, "UTC") : (text[..blank], text[(blank + 1)..].Trim());
        foreach (var unit in Enum.GetValues<CalendarUnit>())
        {
            if (name.Equals(unit.ToString(), StringComparison.OrdinalIgnoreCase))
            {
                return TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var found)
                    ? (LimitWindow.Calendar(unit, found), null)
                    : (null, $"this system knows no time zone '{zone}': write for example UTC or Europe/Berlin");
            }
        }

        return (null, $"'{text}' is not a window: {Advice}");
    }
}
