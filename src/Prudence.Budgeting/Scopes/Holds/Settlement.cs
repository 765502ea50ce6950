namespace Prudence.Budgeting;

/// <summary>What came of settling a reservation.</summary>
/// <param name="Kind">How it went.</param>
public readonly record struct Settlement(SettlementKind Kind)
{
    /// <summary>True if something was charged.</summary>
    public bool IsCharged => Kind != SettlementKind.Duplicate;
}
