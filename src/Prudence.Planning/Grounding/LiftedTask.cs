namespace Prudence.Planning.Grounding;

/// <summary>
/// A planning task with names replaced by numbers and conditions in negation normal form, still with parameters.
/// Terms are integers: <c>t &gt;= 0</c> is parameter <c>t</c> of the enclosing schema (quantified ones are numbered on after the schema's own),
/// <c>t &lt; 0</c> is object <c>~t</c>.
/// </summary>
public sealed class LiftedTask
{
    /// <summary>Names of all objects and constants.</summary>
    public required string[] ObjectNames { get; init; }

    /// <summary>For each type set in use, the objects that belong to it, ascending. An <c>either</c> is a type set of its own.</summary>
    public required int[][] ObjectsByType { get; init; }

    /// <summary>The predicates. Type names are no predicates here.</summary>
    public required LiftedPredicate[] Predicates { get; init; }

    /// <summary>The action schemas.</summary>
    public required LiftedAction[] Actions { get; init; }

    /// <summary>The rules for derived predicates.</summary>
    public required LiftedAxiom[] Axioms { get; init; }

    /// <summary>The atoms true at first; arguments are object numbers (not negated).</summary>
    public required LiftedAtom[] InitialAtoms { get; init; }

    /// <summary>The goal, without free parameters.</summary>
    public required LiftedCondition Goal { get; init; }

    /// <summary>True if the task has a cost metric.</summary>
    public required bool HasMetric { get; init; }
}
