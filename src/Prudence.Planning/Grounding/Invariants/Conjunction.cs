namespace Prudence.Planning.Grounding.Invariants;

/// <summary>Literals and (in)equalities that hold together.</summary>
internal sealed class Conjunction
{
    public List<LiftedAtom> Positive { get; } = [];

    public List<LiftedAtom> Negative { get; } = [];

    /// <summary>Pairs of equal terms, one after the other.</summary>
    public List<int> Equal { get; } = [];

    /// <summary>Pairs of unequal terms, one after the other.</summary>
    public List<int> Unequal { get; } = [];

    /// <summary>True if something was left out: the condition is stronger than this conjunction.</summary>
    public bool IsPartial { get; private set; }

    public Conjunction MarkPartial()
    {
        IsPartial = true;
        return this;
    }

    /// <summary>Both together.</summary>
    public static Conjunction Merge(Conjunction first, Conjunction second)
    {
        var merged = new Conjunction { IsPartial = first.IsPartial || second.IsPartial };
        merged.Include(first);
        merged.Include(second);
        return merged;
    }

    private void Include(Conjunction other)
    {
        Positive.AddRange(other.Positive);
        Negative.AddRange(other.Negative);
        Equal.AddRange(other.Equal);
        Unequal.AddRange(other.Unequal);
    }
}
