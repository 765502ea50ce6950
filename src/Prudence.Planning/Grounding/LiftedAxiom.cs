namespace Prudence.Planning.Grounding;

/// <summary>A rule: the derived predicate holds of the parameters where the condition holds.</summary>
/// <param name="Predicate">The derived predicate.</param>
/// <param name="ParameterTypes">The type set of each parameter; the head's arguments are parameters 0 to n - 1 in order.</param>
/// <param name="Condition">The body.</param>
public sealed record LiftedAxiom(int Predicate, int[] ParameterTypes, LiftedCondition Condition);
