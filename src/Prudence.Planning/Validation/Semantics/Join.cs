namespace Prudence.Planning.Validation.Semantics;

/// <summary>A search for values of some slots under which a list of conjuncts is met.</summary>
internal sealed class Join(int[] slots, ObjectSet[] ranges, Conjunct[] conjuncts)
{
    public int[] Slots { get; } = slots;

    public ObjectSet[] Ranges { get; } = ranges;

    public Conjunct[] Conjuncts { get; } = conjuncts;

    public ObjectSet RangeOf(int slot) => Ranges[Array.IndexOf(Slots, slot)];
}

/// <summary>A formula that must have a value. One that must be a true atom can supply values: it is a generator.</summary>
internal sealed class Conjunct(Formula formula, bool wanted, int[] slots)
{
    public Formula Formula { get; } = formula;

    public bool Wanted { get; } = wanted;

    /// <summary>The slots of the join that occur in the formula.</summary>
    public int[] Slots { get; } = slots;

    public AtomFormula? Generator { get; } = wanted && formula is AtomFormula { Terms.Length: <= 64 } atom ? atom : null;
}
