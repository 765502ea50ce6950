namespace Prudence.Budgeting;

/// <summary>A place in the table of holds.</summary>
internal struct Hold
{
    /// <summary>Goes up whenever the place is given back, so that a reservation that is done finds no hold.</summary>
    public int Generation;

    /// <summary>The scope it was taken in; null if the place is free.</summary>
    public Budget? Scope;

    public Cost Worst;

    public string Purpose;

    /// <summary>In ticks of UTC.</summary>
    public long ExpiresAt;

    /// <summary>The hold in the ledger, where there is one; 0 before it has answered.</summary>
    public long LedgerHold;

    /// <summary>True once it expired: the amounts are free again, but a late settlement is still awaited.</summary>
    public bool IsExpired;

    /// <summary>The next free place; -1 for none.</summary>
    public int NextFree;
}
