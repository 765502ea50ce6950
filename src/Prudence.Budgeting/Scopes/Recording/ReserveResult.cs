using System.Diagnostics.CodeAnalysis;

namespace Prudence.Budgeting;

/// <summary>What came of asking for a reservation.</summary>
/// <param name="Reservation">The hold; one that holds nothing if it was refused.</param>
/// <param name="Refusal">Why it was refused, and what would fit; null if it was granted.</param>
public readonly record struct ReserveResult(Reservation Reservation, BudgetRefusal? Refusal)
{
    /// <summary>Whether the worst case is held.</summary>
    [MemberNotNullWhen(false, nameof(Refusal))]
    public bool IsGranted => Refusal is null;
}
