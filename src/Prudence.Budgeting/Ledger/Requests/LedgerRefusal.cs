namespace Prudence.Budgeting;

/// <summary>Why a request was refused. Nothing was written and nothing changed.</summary>
/// <param name="Reason">Why.</param>
/// <param name="Scope">The scope that refuses, which may be above the one that was asked.</param>
/// <param name="Message">The same for a person, with what to do.</param>
public sealed record LedgerRefusal(LedgerRefusalReason Reason, string Scope, string Message)
{
    /// <summary>The resource without room; null unless it is a matter of amounts.</summary>
    public Resource? Resource { get; init; }

    /// <summary>The window of the limit without room; null for grants that hold for the life of the ledger, and for other reasons.</summary>
    public LimitWindow? Window { get; init; }

    /// <summary>What the scope was granted, in the unit of the resource; in the window, if there is one.</summary>
    public long Limit { get; init; }

    /// <summary>What is spent there, in the window if there is one.</summary>
    public long Spent { get; init; }

    /// <summary>What is held there.</summary>
    public long Held { get; init; }

    /// <summary>What was asked for.</summary>
    public long Asked { get; init; }

    /// <summary>The largest part of what was asked that all scopes have room for.</summary>
    public Cost Fitting { get; init; } = Cost.Zero;

    /// <summary>
    /// When what was asked for will fit by the clock alone; null if only an end of what is held, or nothing, can make room.
    /// </summary>
    public DateTimeOffset? FitsAt { get; init; }

    /// <inheritdoc/>
    public override string ToString() => Message;
}
