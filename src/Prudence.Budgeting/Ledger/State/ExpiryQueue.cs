namespace Prudence.Budgeting;

/// <summary>Holds in the order in which they expire. Holds that ended stay in it until it is twice as long as it need be.</summary>
internal sealed class ExpiryQueue
{
    private PriorityQueue<long, (long Ticks, long Id)> queue = new();

    public void Add(LedgerHold hold, Dictionary<long, LedgerHold> holds)
    {
        if (queue.Count > 1024 + (2 * holds.Count))
        {
            queue = new(holds.Values.Where(static hold => !hold.IsExpired).Select(static hold => (hold.Id, Priority(hold))));
        }

        queue.Enqueue(hold.Id, Priority(hold));
    }

    /// <summary>The hold that expires first, if its time is up; null otherwise.</summary>
    public LedgerHold? FirstDue(long now, Dictionary<long, LedgerHold> holds)
    {
        while (queue.TryPeek(out var id, out var priority) && priority.Ticks <= now)
        {
            // After a reservation was taken back, another hold may have its number.
            if (holds.TryGetValue(id, out var hold) && !hold.IsExpired && Priority(hold) == priority)
            {
                return hold;
            }

            queue.Dequeue();
        }

        return null;
    }

    private static (long Ticks, long Id) Priority(LedgerHold hold) => (hold.ExpiresAt.UtcTicks, hold.Id);
}
