namespace Prudence.Planning.Grounding.Encoding;

/// <summary>A set of literals known to hold at one moment, closed under mutex groups. Clearing it costs nothing.</summary>
internal sealed class Knowledge
{
    private readonly AtomGroups groups;
    private readonly int[] trueSince;
    private readonly int[] falseSince;
    private readonly int[] groupSince;
    private readonly int[] groupMembers;
    private int now;

    public Knowledge(int atomCount, AtomGroups groups)
    {
        this.groups = groups;
        trueSince = new int[atomCount];
        falseSince = new int[atomCount];
        groupSince = new int[groups.Count];
        groupMembers = new int[groups.Count];
        now = 1;
    }

    /// <summary>Forgets everything.</summary>
    public void Clear() => now++;

    /// <summary>Whether the atom was learnt to hold.</summary>
    public bool IsTrue(int atom) => trueSince[atom] == now;

    /// <summary>Whether the atom was learnt not to hold, or is mutex with one that holds.</summary>
    public bool IsFalse(int atom)
    {
        if (falseSince[atom] == now)
        {
            return true;
        }

        foreach (var group in groups.GroupsOfAtom[atom])
        {
            if (groupSince[group] == now && groupMembers[group] != atom)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether the literal is known to hold.</summary>
    public bool Implies(int literal) => literal >= 0 ? IsTrue(literal) : IsFalse(~literal);

    /// <summary>Whether the literal is known not to hold.</summary>
    public bool Excludes(int literal) => literal >= 0 ? IsFalse(literal) : IsTrue(~literal);

    /// <summary>Adds a literal that nothing known excludes.</summary>
    public void Learn(int literal)
    {
        if (literal < 0)
        {
            falseSince[~literal] = now;
            return;
        }

        trueSince[literal] = now;
        foreach (var group in groups.GroupsOfAtom[literal])
        {
            groupSince[group] = now;
            groupMembers[group] = literal;
        }
    }
}
