namespace Prudence.Planning.Grounding.Invariants;

/// <summary>The atoms of one predicate that an invariant counts.</summary>
/// <param name="predicate">The predicate.</param>
/// <param name="positions">For each parameter of the invariant, the argument position where it stands.</param>
/// <param name="counted">The one argument position that no parameter fills, over which atoms are counted; -1 if there is none.</param>
internal sealed class InvariantPart(int predicate, int[] positions, int counted)
{
    public int Predicate => predicate;

    public int[] Positions => positions;

    public int Counted => counted;
}
