using System.Collections.Immutable;

namespace Prudence.Planning.Language;

/// <summary>A goal description (PDDL 3.1, section GD): what must hold in a state.</summary>
public abstract record Condition(SourcePosition Position);

/// <summary>A predicate applied to terms.</summary>
public sealed record AtomCondition(string Predicate, ImmutableArray<Term> Arguments, SourcePosition Position) : Condition(Position);

/// <summary>Two terms that denote the same object.</summary>
public sealed record EqualityCondition(Term Left, Term Right, SourcePosition Position) : Condition(Position);

/// <summary>The operand does not hold.</summary>
public sealed record NotCondition(Condition Operand, SourcePosition Position) : Condition(Position);

/// <summary>All operands hold; true where there are none.</summary>
public sealed record AndCondition(ImmutableArray<Condition> Operands, SourcePosition Position) : Condition(Position);

/// <summary>Some operand holds; false where there are none.</summary>
public sealed record OrCondition(ImmutableArray<Condition> Operands, SourcePosition Position) : Condition(Position);

/// <summary>The consequent holds or the antecedent does not.</summary>
public sealed record ImplyCondition(Condition Antecedent, Condition Consequent, SourcePosition Position) : Condition(Position);

/// <summary>The body holds for all values of the parameters.</summary>
public sealed record ForAllCondition(ImmutableArray<Parameter> Parameters, Condition Body, SourcePosition Position) : Condition(Position);

/// <summary>The body holds for some values of the parameters.</summary>
public sealed record ExistsCondition(ImmutableArray<Parameter> Parameters, Condition Body, SourcePosition Position) : Condition(Position);
