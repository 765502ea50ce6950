namespace Prudence.Planning.Grounding.Encoding;

/// <summary>
/// The rules for derived predicates have no meaning, because whether some atom holds depends on its own absence.
/// An error in the domain, not in the planner.
/// </summary>
public sealed class UnstratifiableAxiomsException : Exception
{
    /// <summary>Names the two atoms between which the negation stands.</summary>
    /// <param name="head">The derived atom.</param>
    /// <param name="negated">The atom it needs absent, which in turn depends on it.</param>
    public UnstratifiableAxiomsException(string head, string negated)
        : base($"The derived predicates cannot be evaluated: ({head}) needs (not ({negated})), and ({negated}) depends in turn on ({head}). "
            + "Rewrite the rules so that no derived predicate depends on its own negation.")
    {
        Head = head;
        Negated = negated;
    }

    /// <summary>The derived atom, without parentheses.</summary>
    public string Head { get; }

    /// <summary>The atom it needs absent, without parentheses.</summary>
    public string Negated { get; }
}
