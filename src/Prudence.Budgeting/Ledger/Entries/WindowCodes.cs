namespace Prudence.Budgeting;

/// <summary>How the window of a grant begins in a record. The numbers are part of the record format.</summary>
internal static class WindowCodes
{
    public const byte None = 0;

    /// <summary>A calendar minute; the other units of <see cref="CalendarUnit"/> follow.</summary>
    public const byte FirstCalendar = 1;

    public const byte Rolling = FirstCalendar + (byte)CalendarUnit.Month + 1;
}
