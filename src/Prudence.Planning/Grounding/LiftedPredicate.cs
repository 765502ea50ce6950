namespace Prudence.Planning.Grounding;

/// <summary>A predicate.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Arity">Its number of arguments.</param>
/// <param name="IsDerived">True if rules derive it.</param>
/// <param name="IsStatic">True if no action changes it and no rule derives it.</param>
public sealed record LiftedPredicate(string Name, int Arity, bool IsDerived, bool IsStatic);
