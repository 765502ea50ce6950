namespace Prudence.Budgeting;

/// <summary>
/// A hold on a budget and all its ancestors. It ends by <see cref="Settle"/>, by <see cref="Release"/> or by expiry, whichever comes first; ending it
/// again changes nothing, so that a <c>finally</c> may release what a happy path has settled.
/// </summary>
/// <remarks>The value that <c>default</c> gives holds nothing.</remarks>
public readonly struct Reservation : IEquatable<Reservation>
{
    private readonly Budget? scope;
    private readonly HoldSlot slot;

    internal Reservation(Budget scope, HoldSlot slot) => (this.scope, this.slot) = (scope, slot);

    /// <summary>Ends the hold and charges what was really used, all of it: above the hold, and even where the hold has expired.</summary>
    /// <param name="actual">What was used.</param>
    /// <param name="purpose">What it turned out to be for, if that changed, such as <c>thrown away</c>.</param>
    public Settlement Settle(Cost actual, string? purpose = null)
    {
        ArgumentNullException.ThrowIfNull(actual);
        scope?.Tree.CheckNotRecorded();
        return scope is null ? new Settlement(SettlementKind.Duplicate) : scope.Tree.Settle(scope, slot, actual, purpose);
    }

    /// <inheritdoc cref="Settle"/>
    /// <remarks>Where the budget has a ledger, the task ends when the entry is durable. It cannot be cancelled: what was spent is to be written.</remarks>
    /// <exception cref="LedgerUnavailableException">The ledger could not be written; the amounts are charged in this process nonetheless.</exception>
    public ValueTask<Settlement> SettleAsync(Cost actual, string? purpose = null)
    {
        ArgumentNullException.ThrowIfNull(actual);
        return scope?.Tree.Recorder is { } recorder ? recorder.SettleAsync(scope, slot, actual, purpose) : new(Settle(actual, purpose));
    }

    /// <summary>Ends the hold without a charge; false if it had ended already.</summary>
    public bool Release()
    {
        scope?.Tree.CheckNotRecorded();
        return scope is not null && scope.Tree.Release(slot);
    }

    /// <inheritdoc cref="Release"/>
    /// <exception cref="LedgerUnavailableException">The ledger could not be written; there the hold expires.</exception>
    public ValueTask<bool> ReleaseAsync() => scope?.Tree.Recorder is { } recorder ? recorder.ReleaseAsync(slot) : new(Release());

    /// <inheritdoc/>
    public bool Equals(Reservation other) => scope == other.scope && slot == other.slot;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Reservation other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(scope, slot);

    /// <summary>Whether both are the same hold.</summary>
    public static bool operator ==(Reservation left, Reservation right) => left.Equals(right);

    /// <summary>Whether they are different holds.</summary>
    public static bool operator !=(Reservation left, Reservation right) => !left.Equals(right);
}
