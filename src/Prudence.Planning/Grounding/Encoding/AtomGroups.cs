<<<<<<< HEAD
using Prudence.Planning.Grounding.Invariants;
=======
>>>>>>> 5a745f9 (wip)
using Prudence.Planning.Tasks;

namespace Prudence.Planning.Grounding.Encoding;

/// <summary>Groups of atoms of which at most one holds in any reachable state, with the groups of each atom.</summary>
internal sealed class AtomGroups
{
<<<<<<< HEAD
    public AtomGroups(MutexGroups groups, int atomCount)
    {
        Members = groups.Members;
        Families = groups.Families;
        GroupsOfAtom = Members.Invert(atomCount);
=======
    public AtomGroups(IntLists members, int atomCount)
    {
        Members = members;
        GroupsOfAtom = members.Invert(atomCount);
>>>>>>> 5a745f9 (wip)
    }

    /// <summary>The number of groups.</summary>
    public int Count => Members.Count;

    /// <summary>The atoms of each group.</summary>
    public IntLists Members { get; }

<<<<<<< HEAD
    /// <summary>The invariant that each group is an instance of.</summary>
    public int[] Families { get; }

=======
>>>>>>> 5a745f9 (wip)
    /// <summary>The groups of each atom.</summary>
    public IntLists GroupsOfAtom { get; }
}
