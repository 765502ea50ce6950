using System.Collections.Immutable;

namespace Prudence.Planning.Language;

/// <summary>One rule that derives a predicate: the atom over <paramref name="Parameters"/> holds where the condition holds.</summary>
public sealed record DerivedPredicate(string Predicate, ImmutableArray<Parameter> Parameters, Condition Condition, SourcePosition Position);
