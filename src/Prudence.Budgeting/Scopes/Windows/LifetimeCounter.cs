namespace Prudence.Budgeting;

/// <summary>Counts for ever.</summary>
internal sealed class LifetimeCounter : WindowCounter
{
    private long spent;

    public override long Spent => spent;

    public override bool Advance(long now) => false;

    public override void Add(long amount) => spent = AddCapped(spent, amount);

    public override long? TimeUntilAtMost(long most) => null;
}
