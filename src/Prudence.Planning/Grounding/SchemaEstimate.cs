namespace Prudence.Planning.Grounding;

/// <summary>How many operators one action schema may give.</summary>
/// <param name="Name">The name of the schema.</param>
/// <param name="Combinations">The number of ways to fill its parameters with objects of their types.</param>
/// <param name="UpperBound">A number of instances that is certainly not exceeded; disjuncts of one instance are counted once.</param>
/// <param name="Expected">The number of instances to expect if every atom that is not static is reachable.</param>
public sealed record SchemaEstimate(string Name, double Combinations, double UpperBound, double Expected);
