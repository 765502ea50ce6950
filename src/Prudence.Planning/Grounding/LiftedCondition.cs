namespace Prudence.Planning.Grounding;

/// <summary>A condition in negation normal form: negation stands only on atoms and equalities.</summary>
public abstract record LiftedCondition;

/// <summary>An atom or its negation.</summary>
public sealed record LiftedLiteral(LiftedAtom Atom, bool IsNegated) : LiftedCondition;

/// <summary>Two terms are the same object, or not.</summary>
public sealed record LiftedEquality(int Left, int Right, bool IsNegated) : LiftedCondition;

/// <summary>All operands hold; true where there are none.</summary>
public sealed record LiftedAnd(LiftedCondition[] Operands) : LiftedCondition
{
    /// <summary>The condition that always holds.</summary>
    public static LiftedAnd True { get; } = new([]);
}

/// <summary>Some operand holds; false where there are none.</summary>
public sealed record LiftedOr(LiftedCondition[] Operands) : LiftedCondition;

/// <summary>The body holds for all objects of the given types; the new parameters are numbered on from the enclosing ones.</summary>
/// <param name="FirstParameter">The number of the first quantified parameter.</param>
/// <param name="ParameterTypes">One type set per quantified parameter.</param>
/// <param name="Body">The body.</param>
public sealed record LiftedForAll(int FirstParameter, int[] ParameterTypes, LiftedCondition Body) : LiftedCondition;

/// <summary>The body holds for some objects of the given types.</summary>
/// <param name="FirstParameter">The number of the first quantified parameter.</param>
/// <param name="ParameterTypes">One type set per quantified parameter.</param>
/// <param name="Body">The body.</param>
public sealed record LiftedExists(int FirstParameter, int[] ParameterTypes, LiftedCondition Body) : LiftedCondition;
