namespace Prudence.Budgeting;

/// <summary>The units of calendar windows.</summary>
public enum CalendarUnit
{
    /// <summary>Each minute of the clock.</summary>
    Minute,

    /// <summary>Each hour of the clock; where clocks are put back, the repeated hour is one of its own.</summary>
    Hour,

    /// <summary>From midnight to midnight, which may be 23 or 25 hours.</summary>
    Day,

    /// <summary>From Monday to Sunday.</summary>
    Week,

    /// <summary>From the first day of a month to its last.</summary>
    Month,
}
