namespace Prudence.Budgeting;

/// <summary>One resource in one scope of a ledger. Sums never exceed 2^63 - 1: what would exceed it is refused before.</summary>
internal sealed class LedgerAccount(Resource resource)
{
    private LedgerLimit[] limits = [];

    public Resource Resource => resource;

    /// <summary>How many grants for the life of the ledger there are; without one only windows limit the resource in this scope, if any.</summary>
    public int Grants { get; private set; }

    public long Granted { get; private set; }

    public long Spent { get; private set; }

    public long Held { get; private set; }

    /// <summary>The limits over windows, in the order of their first grants.</summary>
    public ReadOnlySpan<LedgerLimit> Limits => limits;

    public bool IsLimited => Grants > 0 || limits.Length > 0;

    public bool IsZero => Grants == 0 && Spent == 0 && Held == 0;

    /// <summary>What may still be held, whatever the windows say; negative after an overrun.</summary>
    public long Room => Grants == 0 ? long.MaxValue - Spent - Held : Granted - Spent - Held;

    /// <summary>What may still be held at a time, in ticks of UTC; negative after an overrun.</summary>
    public long RoomAt(long now)
    {
        var room = Room;
        foreach (var limit in limits)
        {
            room = Math.Min(room, limit.RoomAt(now, Held));
        }

        return room;
    }

    /// <summary>The first limit over a window that has no room for an amount, or null.</summary>
    public LedgerLimit? FirstWithout(long amount, long now)
    {
        foreach (var limit in limits)
        {
            if (amount > limit.RoomAt(now, Held))
            {
                return limit;
            }
        }

        return null;
    }

    public void Grant(long amount, bool isUndone)
    {
        Granted = checked(isUndone ? Granted - amount : Granted + amount);
        Grants += isUndone ? -1 : 1;
    }

    public void Hold(long amount, bool isUndone) => Held = checked(isUndone ? Held - amount : Held + amount);

    public void Charge(long amount, bool isUndone) => Spent = checked(isUndone ? Spent - amount : Spent + amount);

    /// <summary>Sets the limit over a window. What counts in the window goes on counting where there was a limit before.</summary>
    public void SetLimit(LimitWindow window, long amount, long now)
    {
        if (Array.Find(limits, limit => limit.Window == window) is { } known)
        {
            known.Amount = amount;
        }
        else
        {
            limits = [.. limits, new LedgerLimit(window, amount, now)];
        }
    }

    /// <summary>Counts in all windows what is charged, or credited.</summary>
    public void Count(long amount, bool isCredit, long now)
    {
        foreach (var limit in limits)
        {
            limit.Count(amount, isCredit, now);
        }
    }

    /// <summary>The limits over windows as they are now, whatever happens later.</summary>
    public LedgerLimit[] CopyLimits() => Array.ConvertAll(limits, static limit => limit.Copy());

    public void RestoreLimits(LedgerLimit[] copy) => limits = copy;
}
