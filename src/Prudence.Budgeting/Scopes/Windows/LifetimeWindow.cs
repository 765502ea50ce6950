namespace Prudence.Budgeting;

internal sealed record LifetimeWindow : LimitWindow
{
    public override string ToString() => "in all";

    internal override WindowCounter CreateCounter() => new LifetimeCounter();
}
