namespace Prudence.Budgeting;

/// <summary>All holds of a tree in one array that grows to the largest number held at once. Used under the lock of its tree.</summary>
internal sealed class HoldTable
{
    private Hold[] holds = new Hold[16];
    private int used;
    private int firstFree = -1;
    private long nextExpiry = long.MaxValue;

    /// <summary>Holds that are neither settled nor released nor expired.</summary>
    public int Count { get; private set; }

    public HoldSlot Add(Budget scope, Cost worst, string purpose, long expiresAt)
    {
        var slot = firstFree;
        if (slot >= 0)
        {
            firstFree = holds[slot].NextFree;
        }
        else
        {
            slot = used++;
            if (slot == holds.Length)
            {
                Array.Resize(ref holds, 2 * holds.Length);
            }
        }

        ref var hold = ref holds[slot];
        (hold.Scope, hold.Worst, hold.Purpose, hold.ExpiresAt, hold.IsExpired, hold.LedgerHold) = (scope, worst, purpose, expiresAt, false, 0);
        nextExpiry = Math.Min(nextExpiry, expiresAt);
        Count++;
        return new HoldSlot(slot, hold.Generation);
    }

    /// <summary>Takes a hold out; false if it was taken out before.</summary>
    public bool TryTake(HoldSlot slot, out Hold hold)
    {
        ref var place = ref holds[slot.Index];
        hold = place;
        if (!Has(slot))
        {
            return false;
        }

        Count -= place.IsExpired ? 0 : 1;
        place.Generation++;
        (place.Scope, place.Worst, place.Purpose, place.NextFree) = (null, Cost.Zero, "", firstFree);
        firstFree = slot.Index;
        return true;
    }

    /// <summary>Remembers which hold of the ledger belongs to one of the table.</summary>
    public void NoteLedgerHold(HoldSlot slot, long ledgerHold)
    {
        if (Has(slot))
        {
            holds[slot.Index].LedgerHold = ledgerHold;
        }
    }

    /// <summary>The hold of the ledger, or null if the one of the table was taken out.</summary>
    public long? FindLedgerHold(HoldSlot slot) => Has(slot) ? holds[slot.Index].LedgerHold : null;

    /// <summary>Marks the holds whose time is up and hands each over once.</summary>
    public void Expire(long now, Action<Hold> onExpired)
    {
        if (now < nextExpiry)
        {
            return;
        }

        nextExpiry = long.MaxValue;
        for (var slot = 0; slot < used; slot++)
        {
            ref var hold = ref holds[slot];
            if (hold.Scope is null || hold.IsExpired)
            {
                continue;
            }

            if (now < hold.ExpiresAt)
            {
                nextExpiry = Math.Min(nextExpiry, hold.ExpiresAt);
                continue;
            }

            hold.IsExpired = true;
            Count--;
            onExpired(hold);
        }
    }

    private bool Has(HoldSlot slot) => holds[slot.Index] is { Scope: not null } place && place.Generation == slot.Generation;
}
