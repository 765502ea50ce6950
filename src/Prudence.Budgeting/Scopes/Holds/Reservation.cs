namespace Prudence.Budgeting;

/// <summary>
/// A hold on a budget and all its ancestors. It ends by <see cref="Settle"/>, by <see cref="Release"/> or by expiry, whichever comes first; ending it
/// again changes nothing, so that a <c>finally</c> may release what a happy path has settled.
/// </summary>
/// <remarks>The value that <c>default</c> gives holds nothing.</remarks>
public readonly struct Reservation : IEquatable<Reservation>
{
    private readonly Budget? scope;
    private readonly int slot;
    private readonly int generation;

    internal Reservation(Budget scope, int slot, int generation) => (this.scope, this.slot, this.generation) = (scope, slot, generation);

    /// <summary>Ends the hold and charges what was really used, all of it: above the hold, and even where the hold has expired.</summary>
    /// <param name="actual">What was used.</param>
    /// <param name="purpose">What it turned out to be for, if that changed, such as <c>thrown away</c>.</param>
    public Settlement Settle(Cost actual, string? purpose = null)
    {
        ArgumentNullException.ThrowIfNull(actual);
        return scope is null ? new Settlement(SettlementKind.Duplicate) : scope.Tree.Settle(scope, slot, generation, actual, purpose);
    }

    /// <summary>Ends the hold without a charge; false if it had ended already.</summary>
    public bool Release() => scope is not null && scope.Tree.Release(slot, generation);

    /// <inheritdoc/>
    public bool Equals(Reservation other) => scope == other.scope && slot == other.slot && generation == other.generation;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Reservation other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(scope, slot, generation);

    /// <summary>Whether both are the same hold.</summary>
    public static bool operator ==(Reservation left, Reservation right) => left.Equals(right);

    /// <summary>Whether they are different holds.</summary>
    public static bool operator !=(Reservation left, Reservation right) => !left.Equals(right);
}
