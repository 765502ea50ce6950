namespace Prudence.Budgeting.Tests.Ledgers;

/// <summary>What counts in a window by a list of amounts, too simple to be wrong.</summary>
internal sealed class SimpleWindow(LimitWindow window)
{
    private readonly List<(DateTimeOffset Time, long Amount)> amounts = [];

    public void Count(DateTimeOffset time, long amount) => amounts.Add((time, amount));

    /// <summary>Takes away what counts longest ago first.</summary>
    public void Credit(DateTimeOffset time, long amount)
    {
        for (var i = 0; i < amounts.Count; i++)
        {
            if (Counts(amounts[i].Time, time))
            {
                var taken = Math.Min(amount, amounts[i].Amount);
                (amounts[i], amount) = ((amounts[i].Time, amounts[i].Amount - taken), amount - taken);
            }
        }
    }

    public long SpentAt(DateTimeOffset time) => amounts.Where(entry => Counts(entry.Time, time)).Sum(static entry => entry.Amount);

    private bool Counts(DateTimeOffset then, DateTimeOffset now) => window switch
    {
        CalendarWindow { Unit: CalendarUnit.Day } day => Local(then, day).Date == Local(now, day).Date,
        CalendarWindow { Unit: CalendarUnit.Hour } hour => Hour(then, hour) == Hour(now, hour),
        RollingWindow rolling => Part(now, rolling) - Part(then, rolling) <= 64,
        _ => throw new NotSupportedException($"{window}"),
    };

    private static DateTimeOffset Local(DateTimeOffset time, CalendarWindow calendar) => TimeZoneInfo.ConvertTime(time, calendar.TimeZone);

    private static (DateTime, TimeSpan) Hour(DateTimeOffset time, CalendarWindow calendar) =>
        Local(time, calendar) is var local ? (local.Date.AddHours(local.Hour), local.Offset) : default;

    private static long Part(DateTimeOffset time, RollingWindow rolling) => time.UtcTicks / (rolling.Length.Ticks / 64);
}
