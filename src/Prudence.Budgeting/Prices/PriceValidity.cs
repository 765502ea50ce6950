using System.Globalization;

namespace Prudence.Budgeting.Prices;

/// <summary>When a price holds, in universal time (UTC): days, and hours of every day.</summary>
public sealed record PriceValidity
{
    /// <summary>Always.</summary>
    public static PriceValidity Always { get; } = new();

    /// <summary>The first day on which it holds; null if it has always held.</summary>
    public DateOnly? From { get; init; }

    /// <summary>The first day on which it no longer holds; null if no end is known.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>The time of day from which it holds; null with <see cref="DayEnd"/> if it holds all day.</summary>
    public TimeOnly? DayStart { get; init; }

    /// <summary>The time of day at which it ends; earlier than <see cref="DayStart"/> if it holds over midnight.</summary>
    public TimeOnly? DayEnd { get; init; }

    /// <summary>Whether it holds at an instant.</summary>
    public bool Holds(DateTimeOffset at)
    {
        var day = DateOnly.FromDateTime(at.UtcDateTime);
        return (From is null || day >= From) && (Until is null || day < Until) && HoldsAtTime(TimeOnly.FromDateTime(at.UtcDateTime));
    }

    /// <summary>For example <c>from 2026-03-13</c>, <c>through 2026-03-12</c> (that day included), <c>00:30 to 16:30 UTC</c>, <c>always</c>.</summary>
    public override string ToString()
    {
        List<string> parts = [];
        parts.AddRange(From is { } from ? [$"from {Day(from)}"] : []);
        parts.AddRange(Until is { } until ? [$"through {Day(until.AddDays(-1))}"] : []);
        parts.AddRange(DayStart is { } start && DayEnd is { } end ? [$"{Time(start)} to {Time(end)} UTC"] : []);
        return parts.Count == 0 ? "always" : string.Join(", ", parts);
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Time(TimeOnly time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);

    // TimeOnly counts an interval whose end comes first as one over midnight, and the end does not belong to it.
    private bool HoldsAtTime(TimeOnly time) => DayStart is not { } start || DayEnd is not { } end || time.IsBetween(start, end);
}
