namespace Prudence.Planning.Grounding;

/// <summary>One literal that an action makes true, for all values of its own parameters for which the condition holds.</summary>
/// <param name="FirstParameter">The number of its first own parameter: the number of the action's parameters.</param>
/// <param name="ParameterTypes">One type set per own parameter; empty where the effect is not universal.</param>
/// <param name="Condition">When it happens; <see cref="LiftedAnd.True"/> for always.</param>
/// <param name="Atom">What becomes true or false.</param>
/// <param name="IsDelete">True if the atom becomes false.</param>
public sealed record LiftedEffect(int FirstParameter, int[] ParameterTypes, LiftedCondition Condition, LiftedAtom Atom, bool IsDelete);
