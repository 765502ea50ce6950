namespace Prudence.Budgeting;

/// <summary>A limit of an account over a window, with what counts in the window. Times are in ticks of UTC.</summary>
internal sealed class LedgerLimit
{
    private readonly WindowCounter counter;

    /// <summary>A limit that counts from a time on.</summary>
    public LedgerLimit(LimitWindow window, long amount, long now)
        : this(window, amount, window.CreateCounter()) => counter.Advance(now);

    private LedgerLimit(LimitWindow window, long amount, WindowCounter counter) => (Window, Amount, this.counter) = (window, amount, counter);

    public LimitWindow Window { get; }

    public long Amount { get; set; }

    public long SpentAt(long now) => counter.SpentAt(now);

    /// <summary>What may still be held, where so much is held already; negative after an overrun.</summary>
    public long RoomAt(long now, long held) => Amount - counter.SpentAt(now) - held;

    /// <summary>When <paramref name="asked"/> will fit if nothing else happens; null if never.</summary>
    public long? TimeOfRoom(long now, long held, long asked)
    {
        if (asked <= RoomAt(now, held))
        {
            return now;
        }

        var later = counter.Copy();
        later.Advance(now);
        return held > Amount - asked ? null : later.TimeUntilAtMost(Amount - asked - held);
    }

    public void Count(long amount, bool isCredit, long now)
    {
        counter.Advance(now);
        if (isCredit)
        {
            counter.Remove(amount);
        }
        else
        {
            counter.Add(amount);
        }
    }

    public LedgerLimit Copy() => new(Window, Amount, counter.Copy());
}
