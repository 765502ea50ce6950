using Prudence.Planning.Tasks;

namespace Prudence.Planning.Grounding.Encoding;

/// <summary>Writes over facts those mutex groups that say more than the variables themselves.</summary>
internal static class MutexGroupWriter
{
    /// <summary>The groups that span several variables, none of them part of another, and those that tie extra variables to their atoms.</summary>
    public static IReadOnlyList<int[]> Write(TaskPruning pruning, AtomGroups groups, VariableLayout layout)
    {
        List<int[]> written = [];
        List<int> facts = [];
        for (var group = 0; group < groups.Count; group++)
        {
            facts.Clear();
            foreach (var atom in groups.Members[group])
            {
                if (pruning.Status[atom] == AtomStatus.Open && layout.VariableOf(atom) >= 0)
                {
                    facts.Add(layout.FactOf(atom));
                }
            }

            if (SpansVariables(facts, layout))
            {
                facts.Sort();
                written.Add([.. facts]);
            }
        }

        written = DropParts(written, layout.Offsets[^1]);
        foreach (var atom in layout.ExtraAtoms)
        {
            TieExtraVariable(atom, layout, written);
        }

        return written;
    }

    private static bool SpansVariables(List<int> facts, VariableLayout layout)
    {
        for (var i = 1; i < facts.Count; i++)
        {
            if (layout.VariableOfFact[facts[i]] != layout.VariableOfFact[facts[0]])
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Leaves out groups whose facts all belong to another group.</summary>
    private static List<int[]> DropParts(List<int[]> groups, int factCount)
    {
        var groupsOfFact = IntLists.From(groups).Invert(factCount);
        var since = new int[factCount];
        List<int[]> kept = new(groups.Count);
        for (var group = 0; group < groups.Count; group++)
        {
            foreach (var fact in groups[group])
            {
                since[fact] = group + 1;
            }

            if (!IsPart(groups, group, groupsOfFact, since))
            {
                kept.Add(groups[group]);
            }
        }

        return kept;
    }

    private static bool IsPart(List<int[]> groups, int group, IntLists groupsOfFact, int[] since)
    {
        foreach (var other in groupsOfFact[groups[group][0]])
        {
            if (other == group || groups[other].Length < groups[group].Length || (groups[other].Length == groups[group].Length && other > group))
            {
                continue;
            }

            var shared = 0;
            foreach (var fact in groups[other])
            {
                shared += since[fact] == group + 1 ? 1 : 0;
            }

            if (shared == groups[group].Length)
            {
                return true;
            }
        }

        return false;
    }

    private static void TieExtraVariable(int atom, VariableLayout layout, List<int[]> written)
    {
        var variable = layout.VariableOf(atom);
        var fact = layout.FactOf(atom);
        var others = new int[layout.Offsets[variable + 1] - layout.Offsets[variable]];
        var next = 0;
        for (var other = layout.Offsets[variable]; other < layout.Offsets[variable + 1]; other++)
        {
            if (other != fact)
            {
                others[next++] = other;
            }
        }

        others[next] = layout.ExtraFact(atom, holds: true);
        written.Add(others);
        written.Add([fact, layout.ExtraFact(atom, holds: false)]);
    }
}
