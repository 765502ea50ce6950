namespace Prudence.Planning.Search.OpenLists;

/// <summary>A successor that has not been looked at: the state and the operator that lead to it.</summary>
/// <param name="Parent">The state.</param>
/// <param name="Operator">An operator applicable in it.</param>
internal readonly record struct OpenSuccessor(int Parent, int Operator);
