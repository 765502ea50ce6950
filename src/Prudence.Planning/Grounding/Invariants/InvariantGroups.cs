using Prudence.Planning.Tasks;

namespace Prudence.Planning.Grounding.Invariants;

/// <summary>Turns invariants into groups of ground atoms of which at most one ever holds.</summary>
internal static class InvariantGroups
{
    /// <summary>
    /// The reachable atoms of every instance of which exactly one atom holds at first. (Atoms of an instance of which none holds are not
    /// reachable, and of one with several nothing is known.) Groups of fewer than two atoms are left out.
    /// </summary>
    public static MutexGroups Instantiate(PropositionalTask task, InvariantCandidate[] invariants)
    {
        var atomsByPredicate = new IntLists(IntSequences.Below(task.AtomCount + 1), task.AtomPredicates).Invert(task.Lifted.Predicates.Length);
        var initialByPredicate = InitialByPredicate(task.Lifted);
        var table = new KeyTable();
        List<int> starts = [0];
        List<int> items = [];
        List<int> families = [];
        for (var i = 0; i < invariants.Length; i++)
        {
            if (Fits(task.Lifted.ObjectNames.Length, invariants[i].ParameterCount))
            {
                table.Clear();
                var weights = InitialWeights(task.Lifted, initialByPredicate, invariants[i], table);
                Collect(task, atomsByPredicate, invariants[i], table, weights, starts, items);
                while (families.Count < starts.Count - 1)
                {
                    families.Add(i);
                }
            }
        }

        return new MutexGroups(new IntLists([.. starts], [.. items]), [.. families]);
    }

    private static IntLists InitialByPredicate(LiftedTask task)
    {
        var predicates = new int[task.InitialAtoms.Length];
        for (var i = 0; i < predicates.Length; i++)
        {
            predicates[i] = task.InitialAtoms[i].Predicate;
        }

        return new IntLists(IntSequences.Below(predicates.Length + 1), predicates).Invert(task.Predicates.Length);
    }

    /// <summary>Whether that many objects can be packed into one key.</summary>
    private static bool Fits(int objects, int parameters) => parameters * Math.Log2(Math.Max(2, objects)) < 62;

    private static long KeyOf(ReadOnlySpan<int> arguments, InvariantPart part, int objects)
    {
        var key = 0L;
        foreach (var position in part.Positions)
        {
            key = (key * objects) + arguments[position];
        }

        return key;
    }

    /// <summary>How many atoms of each instance hold at first, by the instance's number in the table.</summary>
    private static List<int> InitialWeights(LiftedTask task, IntLists initialByPredicate, InvariantCandidate invariant, KeyTable table)
    {
        List<int> weights = [];
        foreach (var part in invariant.Parts)
        {
            foreach (var index in initialByPredicate[part.Predicate])
            {
                var instance = table.FindOrAdd(KeyOf(task.InitialAtoms[index].Arguments, part, task.ObjectNames.Length));
                if (instance == weights.Count)
                {
                    weights.Add(0);
                }

                weights[instance]++;
            }
        }

        return weights;
    }

    private static void Collect(
        PropositionalTask task, IntLists atomsByPredicate, InvariantCandidate invariant, KeyTable table, List<int> weights, List<int> starts, List<int> items)
    {
        var sizes = new int[table.Count];
        List<int> members = [];
        List<int> instances = [];
        foreach (var part in invariant.Parts)
        {
            foreach (var atom in atomsByPredicate[part.Predicate])
            {
                var instance = table.Find(KeyOf(task.AtomArguments[atom], part, task.Lifted.ObjectNames.Length));
                if (instance >= 0 && weights[instance] == 1)
                {
                    members.Add(atom);
                    instances.Add(instance);
                    sizes[instance]++;
                }
            }
        }

        var next = new int[sizes.Length];
        var total = items.Count;
        for (var instance = 0; instance < sizes.Length; instance++)
        {
            next[instance] = sizes[instance] > 1 ? total : -1;
            if (sizes[instance] > 1)
            {
                total += sizes[instance];
                starts.Add(total);
            }
        }

        System.Runtime.InteropServices.CollectionsMarshal.SetCount(items, total);
        for (var m = 0; m < members.Count; m++)
        {
            if (next[instances[m]] >= 0)
            {
                items[next[instances[m]]++] = members[m];
            }
        }
    }
}
