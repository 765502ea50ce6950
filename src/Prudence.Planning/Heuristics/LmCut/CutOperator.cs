namespace Prudence.Planning.Heuristics.LmCut;

/// <summary>A delete-free operator with all effects that share its preconditions. Its effects end where those of the next one begin.</summary>
internal struct CutOperator
{
    /// <summary>What is left of its cost.</summary>
    public int Cost;

    /// <summary>Its preconditions.</summary>
    public int Conjunction;

    /// <summary>Its first effect.</summary>
    public int FirstEffect;

    /// <summary>
    /// The group of operators that stand for one operator of the task with conditional effects and so share its cost; -1 if it stands alone.
    /// </summary>
    public int Group;
}
