using Prudence.Planning.Grounding.Invariants;
using Prudence.Planning.Tasks;

namespace Prudence.Planning.Grounding.Encoding;

/// <summary>Groups of atoms of which at most one holds in any reachable state, with the groups of each atom.</summary>
internal sealed class AtomGroups
{
    public AtomGroups(MutexGroups groups, int atomCount)
    {
        Members = groups.Members;
        Families = groups.Families;
        GroupsOfAtom = Members.Invert(atomCount);
    }

    /// <summary>The number of groups.</summary>
    public int Count => Members.Count;

    /// <summary>The atoms of each group.</summary>
    public IntLists Members { get; }

    /// <summary>The invariant that each group is an instance of.</summary>
    public int[] Families { get; }

    /// <summary>The groups of each atom.</summary>
    public IntLists GroupsOfAtom { get; }
}
