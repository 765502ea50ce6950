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

    /// <summary>A conjunction of both.</summary>
    public RelaxedConjunction And(RelaxedConjunction other)
    {
        var both = new RelaxedConjunction();
        both.Add(this);
        both.Add(other);
        return both;
    }

    /// <summary>Asks for what the other asks for as well.</summary>
    public void Add(RelaxedConjunction other)
    {
        Literals.AddRange(other.Literals);
        Equalities.AddRange(other.Equalities);
    }
}
