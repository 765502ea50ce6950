using System.Diagnostics.CodeAnalysis;

namespace Prudence.Budgeting;

/// <summary>What came of a request: an entry that is durable, or a refusal.</summary>
/// <param name="Entry">The entry; null if refused.</param>
/// <param name="Refusal">Why it was refused; null if it was not.</param>
/// <param name="IsReplay">True if the entry was written for an earlier request with the same idempotency key.</param>
public sealed record LedgerResult(LedgerEntry? Entry, LedgerRefusal? Refusal, bool IsReplay = false)
{
    /// <summary>Whether there is an entry.</summary>
    [MemberNotNullWhen(true, nameof(Entry))]
    [MemberNotNullWhen(false, nameof(Refusal))]
    public bool IsAccepted => Entry is not null;

    /// <summary>The hold that a reservation made; 0 if it was refused.</summary>
    public long HoldId => Entry?.HoldId ?? 0;
}
