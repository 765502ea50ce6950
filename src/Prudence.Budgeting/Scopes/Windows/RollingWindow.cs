namespace Prudence.Budgeting;

internal sealed record RollingWindow(TimeSpan Length) : LimitWindow
{
    public override string ToString() => $"in any {AmountFormat.Time(Length)}";

    internal override WindowCounter CreateCounter() => new RollingCounter(Length);
}
