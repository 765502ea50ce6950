using System.Collections.Immutable;

namespace Prudence.Planning.Language;

/// <summary>A checked PDDL problem. Names are lower case.</summary>
/// <param name="Name">Its name.</param>
/// <param name="DomainName">The domain it says it belongs to.</param>
/// <param name="Objects">Its objects, without the domain's constants.</param>
/// <param name="InitialAtoms">The atoms true at first; equality atoms and negative literals are checked and left out.</param>
/// <param name="InitialValues">Values of functions.</param>
/// <param name="Goal">The goal.</param>
/// <param name="MinimizesTotalCost">True if the metric is <c>(minimize (total-cost))</c>; false if there is none (plan length counts).</param>
/// <param name="Position">Where the definition begins.</param>
public sealed record PddlProblem(
    string Name,
    string DomainName,
    ImmutableArray<PddlObject> Objects,
    ImmutableArray<GroundAtom> InitialAtoms,
    ImmutableArray<FunctionValue> InitialValues,
    Condition Goal,
    bool MinimizesTotalCost,
    SourcePosition Position);
