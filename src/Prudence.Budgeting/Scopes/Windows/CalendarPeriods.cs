namespace Prudence.Budgeting;

/// <summary>Where calendar periods end, in ticks of UTC.</summary>
internal static class CalendarPeriods
{
    /// <summary>The end of the period that holds an instant: the first instant of the next one.</summary>
    public static long EndAfter(long utcTicks, CalendarUnit unit, TimeZoneInfo timeZone) => unit switch
    {
        CalendarUnit.Minute => EndOfClockUnit(utcTicks, TimeSpan.TicksPerMinute, timeZone),
        CalendarUnit.Hour => EndOfClockUnit(utcTicks, TimeSpan.TicksPerHour, timeZone),
        _ => EndOfDays(utcTicks, unit, timeZone),
    };

    /// <summary>Minutes and hours are counted from the offset in force, so that an hour the clock repeats is two periods.</summary>
    private static long EndOfClockUnit(long utcTicks, long length, TimeZoneInfo timeZone)
    {
        var offset = timeZone.GetUtcOffset(new DateTime(utcTicks, DateTimeKind.Utc)).Ticks;
        var local = utcTicks + offset;
        return local - (local % length) + length - offset;
    }

    private static long EndOfDays(long utcTicks, CalendarUnit unit, TimeZoneInfo timeZone)
    {
        var today = LocalDate(utcTicks, timeZone);
        var next = unit switch
        {
            CalendarUnit.Day => today.AddDays(1),
            CalendarUnit.Week => today.AddDays(7 - (((int)today.DayOfWeek + 6) % 7)),
            CalendarUnit.Month => today.AddDays(1 - today.Day).AddMonths(1),
            _ => throw new ArgumentOutOfRangeException(nameof(unit)),
        };

        // Midnight may be skipped, come twice, or fall on a day that a country left out. The first instant whose date is late enough is found by halving.
        var (before, end) = (utcTicks, utcTicks + (next - today).Ticks + (2 * TimeSpan.TicksPerDay));
        while (end - before > 1)
        {
            var middle = before + ((end - before) / 2);
            (before, end) = LocalDate(middle, timeZone) < next ? (middle, end) : (before, middle);
        }

        return end;
    }

    private static DateTime LocalDate(long utcTicks, TimeZoneInfo timeZone) =>
        TimeZoneInfo.ConvertTimeFromUtc(new DateTime(utcTicks, DateTimeKind.Utc), timeZone).Date;
}
