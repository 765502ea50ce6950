namespace Prudence.Budgeting;

/// <summary>Counts until the end of the calendar period.</summary>
internal sealed class CalendarCounter(CalendarUnit unit, TimeZoneInfo timeZone) : WindowCounter
{
    private long spent;
    private long end = long.MinValue;

    public override long Spent => spent;

    public override bool Advance(long now)
    {
        if (now < end)
        {
            return false;
        }

        end = CalendarPeriods.EndAfter(now, unit, timeZone);
        spent = 0;
        return true;
    }

    public override void Add(long amount) => spent = AddCapped(spent, amount);

    public override long? TimeUntilAtMost(long most) => end;
}
