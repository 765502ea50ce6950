namespace Prudence.Budgeting;

/// <summary>When a limit starts counting again.</summary>
public abstract record LimitWindow
{
    private protected LimitWindow()
    {
    }

    /// <summary>Never: the limit is for the whole life of its scope.</summary>
    public static LimitWindow Lifetime { get; } = new LifetimeWindow();

    /// <summary>At the start of each calendar minute, hour, day, week or month.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="timeZone">Where the calendar hangs; UTC if null.</param>
    public static LimitWindow Calendar(CalendarUnit unit, TimeZoneInfo? timeZone = null) => new CalendarWindow(unit, timeZone ?? TimeZoneInfo.Utc);

    /// <summary>All the time: what was spent more than <paramref name="length"/> ago no longer counts.</summary>
    /// <param name="length">The length; kept in 64 parts, so that an amount counts for up to a 64th longer, never shorter.</param>
    /// <exception cref="ArgumentOutOfRangeException">The length is less than 64 ticks or more than a hundred years.</exception>
    public static LimitWindow Rolling(TimeSpan length)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(length.Ticks, RollingCounter.BucketCount, nameof(length));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(length, TimeSpan.FromDays(36_525));
        return new RollingWindow(length);
    }

    internal abstract WindowCounter CreateCounter();
}
