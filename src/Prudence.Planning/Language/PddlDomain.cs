using System.Collections.Immutable;

namespace Prudence.Planning.Language;

/// <summary>A checked PDDL domain. Names are lower case.</summary>
public sealed record PddlDomain(
    string Name,
    ImmutableArray<string> Requirements,
    ImmutableArray<PddlType> Types,
    ImmutableArray<PddlObject> Constants,
    ImmutableArray<PredicateDeclaration> Predicates,
    ImmutableArray<FunctionDeclaration> Functions,
    ImmutableArray<DerivedPredicate> DerivedPredicates,
    ImmutableArray<ActionSchema> Actions,
    SourcePosition Position);
