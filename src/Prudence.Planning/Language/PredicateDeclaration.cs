using System.Collections.Immutable;

namespace Prudence.Planning.Language;

/// <summary>A declared predicate.</summary>
public sealed record PredicateDeclaration(string Name, ImmutableArray<Parameter> Parameters, SourcePosition Position);
