namespace Prudence.Planning.Grounding.Invariants;

/// <summary>
/// Knows which argument positions of static predicates never hold the same object, as in <c>(next ?f1 ?f2)</c>,
/// and so which parameters a static precondition keeps apart.
/// </summary>
internal sealed class DistinctArguments
{
    private readonly LiftedTask task;

    /// <summary>For each static predicate, a flag per pair of positions that do coincide in some initial atom; null for other predicates.</summary>
    private readonly bool[]?[] coincide;

    public DistinctArguments(LiftedTask task)
    {
        this.task = task;
        coincide = new bool[]?[task.Predicates.Length];
        for (var p = 0; p < coincide.Length; p++)
        {
            var predicate = task.Predicates[p];
            if (predicate.IsStatic && predicate.Arity > 1)
            {
                coincide[p] = new bool[predicate.Arity * predicate.Arity];
            }
        }

        foreach (var atom in task.InitialAtoms)
        {
            if (coincide[atom.Predicate] is { } pairs)
            {
                Record(atom.Arguments, pairs);
            }
        }
    }

    /// <summary>Adds the inequalities that follow from the static atoms of a conjunction.</summary>
    public void AddInequalities(Conjunction conjunction)
    {
        foreach (var atom in conjunction.Positive)
        {
            if (coincide[atom.Predicate] is not { } pairs)
            {
                continue;
            }

            var arity = task.Predicates[atom.Predicate].Arity;
            for (var i = 0; i < arity; i++)
            {
                for (var j = i + 1; j < arity; j++)
                {
                    if (!pairs[(i * arity) + j])
                    {
                        conjunction.Unequal.Add(atom.Arguments[i]);
                        conjunction.Unequal.Add(atom.Arguments[j]);
                    }
                }
            }
        }
    }

    private static void Record(int[] arguments, bool[] pairs)
    {
        for (var i = 0; i < arguments.Length; i++)
        {
            for (var j = i + 1; j < arguments.Length; j++)
            {
                pairs[(i * arguments.Length) + j] |= arguments[i] == arguments[j];
            }
        }
    }
}
