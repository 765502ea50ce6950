namespace Prudence.Budgeting;

/// <summary>Counts until the end of the calendar period.</summary>
internal sealed class CalendarCounter(CalendarUnit unit, TimeZoneInfo timeZone) : WindowCounter
{
    private long spent;
    private long end = long.MinValue;

    public override long Spent => spent;

    public override void Advance(long now)
    {
        if (now >= end)
        {
            end = CalendarPeriods.EndAfter(now, unit, timeZone);
            spent = 0;
        }
    }

    public override void Add(long amount) => spent = CappedSum.Of(spent, amount);

    public override long SpentAt(long now) => now < end ? spent : 0;

    public override void Remove(long amount) => spent = Math.Max(0, spent - amount);

    public override WindowCounter Copy() => (WindowCounter)MemberwiseClone();

    public override long? TimeUntilAtMost(long most) => end;
}
