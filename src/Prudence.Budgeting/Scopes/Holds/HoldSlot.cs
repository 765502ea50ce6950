namespace Prudence.Budgeting;

/// <summary>Where a hold is in the table, and which of the holds that were there one after the other.</summary>
internal readonly record struct HoldSlot(int Index, int Generation);
