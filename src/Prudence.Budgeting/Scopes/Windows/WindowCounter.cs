namespace Prudence.Budgeting;

/// <summary>Counts what is spent in a window. Time is in ticks of UTC and never goes back from one call to the next; amounts are not negative.</summary>
internal abstract class WindowCounter
{
    /// <summary>Forgets what no longer counts at the time.</summary>
    public abstract void Advance(long now);

    /// <summary>What counts at the time last advanced to.</summary>
    public abstract long Spent { get; }

    /// <summary>What will count at a later time if nothing else is counted. Changes nothing.</summary>
    public abstract long SpentAt(long now);

    /// <summary>Counts an amount at the time last advanced to. Sums above 2^63 - 1 stay there.</summary>
    public abstract void Add(long amount);

    /// <summary>
    /// Counts an amount less at the time last advanced to, but nothing below zero. What would be forgotten first is taken away first, so that the
    /// rest counts as long as it can.
    /// </summary>
    public abstract void Remove(long amount);

    /// <summary>Another counter that counts the same from here on.</summary>
    public abstract WindowCounter Copy();

    /// <summary>The first time at which no more than <paramref name="most"/> of what is spent now will still count; null if never.</summary>
    public abstract long? TimeUntilAtMost(long most);
}
