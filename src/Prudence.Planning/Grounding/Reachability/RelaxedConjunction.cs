namespace Prudence.Planning.Grounding.Reachability;

/// <summary>
/// One disjunct of a relaxed condition: literals and equalities over the variables of its schema. Only literals that can fail when deletes
/// are ignored are kept: positive ones, and negative ones of static predicates.
/// </summary>
internal sealed class RelaxedConjunction
{
    public List<LiftedLiteral> Literals { get; } = [];

    public List<LiftedEquality> Equalities { get; } = [];

    /// <summary>True if it asks for nothing.</summary>
    public bool IsTrue => Literals.Count == 0 && Equalities.Count == 0;

    public RelaxedConjunction And(RelaxedConjunction other)
    {
        var both = new RelaxedConjunction();
        both.Literals.AddRange(Literals);
        both.Literals.AddRange(other.Literals);
        both.Equalities.AddRange(Equalities);
        both.Equalities.AddRange(other.Equalities);
        return both;
    }
}
