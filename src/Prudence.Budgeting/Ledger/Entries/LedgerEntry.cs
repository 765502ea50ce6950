namespace Prudence.Budgeting;

/// <summary>One line of a ledger. It is written once and never changed.</summary>
public sealed record LedgerEntry
{
    /// <summary>Its place; the first entry has 1, and there are no gaps.</summary>
    public long Sequence { get; init; }

    /// <summary>When it was decided, in UTC. Never before the entry ahead of it, even where the clock was put back.</summary>
    public DateTimeOffset Time { get; init; }

    /// <summary>What it does.</summary>
    public LedgerEntryKind Kind { get; init; }

    /// <summary>What is remarkable about it.</summary>
    public LedgerMarks Marks { get; init; }

    /// <summary>The path of the scope, such as <c>organisation/team/key</c>.</summary>
    public string Scope { get; init; } = "";

    /// <summary>The hold it begins or ends: the <see cref="Sequence"/> of its reservation; 0 for grants and adjustments.</summary>
    public long HoldId { get; init; }

    /// <summary>When the hold of a reservation expires, in UTC; null for other kinds.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>What is granted, held, charged, given back or corrected, in the units of the resources.</summary>
    public Cost Amounts { get; init; } = Cost.Zero;

    /// <summary>
    /// The window over which a grant limits; null for a grant that adds to what may be spent for the life of the ledger, and for other kinds.
    /// </summary>
    public LimitWindow? Window { get; init; }

    /// <summary>What it is for.</summary>
    public string Purpose { get; init; } = "";

    /// <summary>The key under which a repeated request finds this entry; empty for none.</summary>
    public string IdempotencyKey { get; init; } = "";

    /// <summary>The hash of the request with that key; a request with the key and another body is refused.</summary>
    public LedgerHash Body { get; init; }

    /// <summary>The <see cref="Hash"/> of the entry ahead; none for the first.</summary>
    public LedgerHash Previous { get; init; }

    /// <summary>The hash of all the above in the canonical encoding of <see cref="LedgerCodec"/>.</summary>
    public LedgerHash Hash { get; init; }
}
