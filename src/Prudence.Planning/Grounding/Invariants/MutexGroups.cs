using Prudence.Planning.Tasks;

namespace Prudence.Planning.Grounding.Invariants;

/// <summary>Groups of atoms of which at most one holds in any reachable state.</summary>
/// <param name="members">The atoms of each group.</param>
/// <param name="families">For each group, the number of the invariant it is an instance of.</param>
internal sealed class MutexGroups(IntLists members, int[] families)
{
    public IntLists Members => members;

    public int[] Families => families;

    public int Count => members.Count;
}
