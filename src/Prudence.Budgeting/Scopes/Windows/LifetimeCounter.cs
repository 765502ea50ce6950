namespace Prudence.Budgeting;

/// <summary>Counts for ever.</summary>
internal sealed class LifetimeCounter : WindowCounter
{
    private long spent;

    public override long Spent => spent;

    public override void Advance(long now)
    {
    }

    public override void Add(long amount) => spent = CappedSum.Of(spent, amount);

    public override long SpentAt(long now) => spent;

    public override void Remove(long amount) => spent = Math.Max(0, spent - amount);

    public override WindowCounter Copy() => (WindowCounter)MemberwiseClone();

    public override long? TimeUntilAtMost(long most) => null;
}
