namespace Prudence.Budgeting;

/// <summary>What an entry of a ledger does. The numbers are part of the record format.</summary>
public enum LedgerEntryKind
{
    /// <summary>Adds to what a scope may spend, or limits what it may spend in a window.</summary>
    Grant = 1,

    /// <summary>Holds a worst case in a scope and all its ancestors.</summary>
    Reserve = 2,

    /// <summary>Ends a hold and charges what was really used.</summary>
    Settle = 3,

    /// <summary>Ends a hold without a charge.</summary>
    Release = 4,

    /// <summary>Gives back the amounts of a hold whose time is up. A late settlement is still charged.</summary>
    Expire = 5,

    /// <summary>Corrects what is spent in a scope and all its ancestors.</summary>
    Adjust = 6,
}
