namespace Prudence.Budgeting;

internal sealed record CalendarWindow(CalendarUnit Unit, TimeZoneInfo TimeZone) : LimitWindow
{
    public override string ToString() => $"per {Unit.ToString().ToLowerInvariant()} ({TimeZone.Id})";

    internal override WindowCounter CreateCounter() => new CalendarCounter(Unit, TimeZone);
}
