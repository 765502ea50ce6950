namespace Prudence.Planning.Heuristics.ContextEnhanced;

/// <summary>A way of a variable from one value to another.</summary>
/// <param name="Operator">The operator.</param>
/// <param name="Source">The value before.</param>
/// <param name="Target">The value after.</param>
/// <param name="Conditions">What it asks of other variables: position among the variable's parents and value, in turn.</param>
/// <param name="SideEffects">What else the operator surely does to the parents: position and value, in turn.</param>
internal readonly record struct LocalTransition(int Operator, int Source, int Target, int[] Conditions, int[] SideEffects);
