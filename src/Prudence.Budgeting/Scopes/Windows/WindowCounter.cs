namespace Prudence.Budgeting;

/// <summary>Counts what is spent in a window. Time is in ticks of UTC and never goes back from one call to the next; amounts are not negative.</summary>
internal abstract class WindowCounter
{
    /// <summary>Forgets what no longer counts at the time.</summary>
    public abstract void Advance(long now);

    /// <summary>What counts at the time last advanced to.</summary>
    public abstract long Spent { get; }

    /// <summary>Counts an amount at the time last advanced to. Sums above 2^63 - 1 stay there.</summary>
    public abstract void Add(long amount);

    /// <summary>The first time at which no more than <paramref name="most"/> of what is spent now will still count; null if never.</summary>
    public abstract long? TimeUntilAtMost(long most);
}
