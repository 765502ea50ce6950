namespace Prudence.Budgeting;

/// <summary>One resource in one scope of a ledger. Sums never exceed 2^63 - 1: what would exceed it is refused before.</summary>
internal sealed class LedgerAccount(Resource resource)
{
    public Resource Resource => resource;

    /// <summary>How many grants there are; without one the scope does not limit the resource.</summary>
    public int Grants { get; private set; }

    public long Granted { get; private set; }

    public long Spent { get; private set; }

    public long Held { get; private set; }

    public bool IsZero => Grants == 0 && Spent == 0 && Held == 0;

    /// <summary>What may still be held; negative after an overrun.</summary>
    public long Room => Grants == 0 ? long.MaxValue - Spent - Held : Granted - Spent - Held;

    public void Grant(long amount, bool isUndone)
    {
        Granted = checked(isUndone ? Granted - amount : Granted + amount);
        Grants += isUndone ? -1 : 1;
    }

    public void Hold(long amount, bool isUndone) => Held = checked(isUndone ? Held - amount : Held + amount);

    public void Charge(long amount, bool isUndone) => Spent = checked(isUndone ? Spent - amount : Spent + amount);
}
