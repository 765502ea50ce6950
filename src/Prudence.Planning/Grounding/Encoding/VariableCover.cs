using Prudence.Planning.Tasks;

namespace Prudence.Planning.Grounding.Encoding;

/// <summary>
/// Distributes atoms over variables: repeatedly the mutex group with the most atoms not yet covered becomes a variable of those atoms;
/// what is left over becomes variables of one atom each (Helmert 2009, section 6).
/// </summary>
/// <remarks>
/// Groups of equal size are frequent: in Blocksworld, what a block stands on and what stands on it. Which kind goes first decides how
/// well the rest fits, so several orders of the invariants are tried and the smallest cover is kept.
/// </remarks>
internal static class VariableCover
{
    private const int MaximumOrders = 6;

    /// <summary>The atoms of each variable, largest group first, single atoms last in ascending order.</summary>
    /// <param name="groups">The mutex groups.</param>
    /// <param name="wanted">Which atoms need a variable.</param>
    public static IntLists Choose(AtomGroups groups, bool[] wanted)
    {
        var best = Choose(groups, wanted, preferred: -1, out var fewest);
        foreach (var family in LargestFamilies(groups))
        {
            var cover = Choose(groups, wanted, family, out var incomplete);
            if (cover.Count < best.Count || (cover.Count == best.Count && incomplete < fewest))
            {
                (best, fewest) = (cover, incomplete);
            }
        }

        return best;
    }

    /// <summary>The invariants whose order matters most: those with the largest groups.</summary>
    private static List<int> LargestFamilies(AtomGroups groups)
    {
        List<int> families = [];
        List<int> sizes = [];
        for (var group = 0; group < groups.Count; group++)
        {
            var at = families.IndexOf(groups.Families[group]);
            if (at < 0)
            {
                at = families.Count;
                families.Add(groups.Families[group]);
                sizes.Add(0);
            }

            sizes[at] = Math.Max(sizes[at], groups.Members[group].Length);
        }

        var order = families.ToArray();
        Array.Sort(sizes.ToArray(), order);
        Array.Reverse(order);
        return families.Count < 2 ? [] : [.. order.AsSpan(0, Math.Min(MaximumOrders, order.Length))];
    }

    /// <param name="groups">The mutex groups.</param>
    /// <param name="wanted">Which atoms need a variable.</param>
    /// <param name="preferred">The invariant whose groups go first among equals.</param>
    /// <param name="incomplete">How many variables lack atoms of their group, and so need one value more.</param>
    private static IntLists Choose(AtomGroups groups, bool[] wanted, int preferred, out int incomplete)
    {
        incomplete = 0;
        var open = (bool[])wanted.Clone();
        var remaining = new int[groups.Count];
        var largest = CountRemaining(groups, open, remaining);
        var complete = (int[])remaining.Clone();
        var (first, next) = LinkBySize(groups, remaining, largest, preferred);
        List<int> starts = [0];
        List<int> items = [];
        for (var size = largest; size > 1;)
        {
            var group = first[size];
            if (group < 0)
            {
                size--;
                continue;
            }

            first[size] = next[group];
            if (remaining[group] == size)
            {
                Cover(groups, group, open, remaining, items);
                starts.Add(items.Count);
                incomplete += size < complete[group] ? 1 : 0;
            }
            else if (remaining[group] > 1)
            {
                next[group] = first[remaining[group]];
                first[remaining[group]] = group;
            }
        }

        for (var atom = 0; atom < open.Length; atom++)
        {
            if (open[atom])
            {
                items.Add(atom);
                starts.Add(items.Count);
                incomplete++;
            }
        }

        return new IntLists([.. starts], [.. items]);
    }

    private static int CountRemaining(AtomGroups groups, bool[] open, int[] remaining)
    {
        var largest = 0;
        for (var group = 0; group < remaining.Length; group++)
        {
            foreach (var atom in groups.Members[group])
            {
                remaining[group] += open[atom] ? 1 : 0;
            }

            largest = Math.Max(largest, remaining[group]);
        }

        return largest;
    }

    /// <summary>Chains the groups of each size, preferred ones first. A group whose size shrinks later is moved when it comes up.</summary>
    private static (int[] First, int[] Next) LinkBySize(AtomGroups groups, int[] remaining, int largest, int preferred)
    {
        var first = new int[largest + 1];
        var next = new int[remaining.Length];
        Array.Fill(first, -1);
        for (var pass = 0; pass < 2; pass++)
        {
            for (var group = remaining.Length - 1; group >= 0; group--)
            {
                if (groups.Families[group] == preferred == (pass == 1))
                {
                    next[group] = first[remaining[group]];
                    first[remaining[group]] = group;
                }
            }
        }

        return (first, next);
    }

    private static void Cover(AtomGroups groups, int group, bool[] open, int[] remaining, List<int> items)
    {
        foreach (var atom in groups.Members[group])
        {
            if (!open[atom])
            {
                continue;
            }

            open[atom] = false;
            items.Add(atom);
            foreach (var other in groups.GroupsOfAtom[atom])
            {
                remaining[other]--;
            }
        }
    }
}
