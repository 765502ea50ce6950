using System.Collections.Immutable;

namespace Prudence.Planning.Language;

/// <summary>What an action changes. Conditions are judged before the action; deletes happen before adds.</summary>
public abstract record Effect(SourcePosition Position);

/// <summary>An atom that becomes true, or false where <paramref name="IsDelete"/>.</summary>
public sealed record AtomEffect(string Predicate, ImmutableArray<Term> Arguments, bool IsDelete, SourcePosition Position) : Effect(Position);

/// <summary>All operands happen.</summary>
public sealed record AndEffect(ImmutableArray<Effect> Operands, SourcePosition Position) : Effect(Position);

/// <summary>The body happens for all values of the parameters.</summary>
public sealed record ForAllEffect(ImmutableArray<Parameter> Parameters, Effect Body, SourcePosition Position) : Effect(Position);

/// <summary>The body happens where the condition holds.</summary>
public sealed record ConditionalEffect(Condition Condition, Effect Body, SourcePosition Position) : Effect(Position);

/// <summary>The total cost grows by a value that no action can change.</summary>
public sealed record CostEffect(NumericTerm Amount, SourcePosition Position) : Effect(Position);
