namespace Prudence.Budgeting;

/// <summary>Why a ledger refuses.</summary>
public enum LedgerRefusalReason
{
    /// <summary>A limit has no room for what was asked.</summary>
    Limit,

    /// <summary>Neither the scope nor one above it was ever granted anything; its name may be wrong.</summary>
    NothingGranted,

    /// <summary>There is no such hold: it was settled or released before, or never made.</summary>
    NoHold,

    /// <summary>The idempotency key was used for a request with another body.</summary>
    KeyReused,

    /// <summary>The ledger counts the resource in another unit.</summary>
    OtherUnit,

    /// <summary>A credit would take back more than was spent.</summary>
    CreditAboveSpent,

    /// <summary>A sum would exceed 2^63 - 1.</summary>
    TooLarge,

    /// <summary>An entry read from a store does not follow from the entries ahead of it. Requests are never refused for this.</summary>
    Inconsistent,
}
