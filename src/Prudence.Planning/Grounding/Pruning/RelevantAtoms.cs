using Prudence.Planning.Grounding.Instantiation;

namespace Prudence.Planning.Grounding.Pruning;

/// <summary>Chooses the atoms to keep: those that change, and of the derived ones those that an operator, an effect or the goal asks for.</summary>
internal static class RelevantAtoms
{
    public static bool[] Find(GroundTask task, PruningResult pruned)
    {
        var isKept = new bool[task.AtomCount];
        var hasDerived = false;
        for (var atom = 0; atom < isKept.Length; atom++)
        {
            isKept[atom] = !task.IsDerived[atom] && pruned.Truth[atom] == AtomTruth.Open;
            hasDerived |= task.IsDerived[atom];
        }

        if (hasDerived)
        {
            AddDerived(task, pruned, isKept);
        }

        return isKept;
    }

    private static void AddDerived(GroundTask task, PruningResult pruned, bool[] isKept)
    {
        var queue = new IntBuffer();
        for (var i = 0; i < task.Operators.Count; i++)
        {
            if (!pruned.IsOperatorDead[i])
            {
                Keep(task.Operators.Preconditions[i], task, pruned, isKept, queue);
                for (var effect = task.Operators.FirstEffect(i); effect < task.Operators.EffectEnds[i]; effect++)
                {
                    if (!pruned.IsEffectDead[effect])
                    {
                        Keep(task.Operators.EffectConditions[effect], task, pruned, isKept, queue);
                    }
                }
            }
        }

        Keep(task.Goal, task, pruned, isKept, queue);
        var rules = RulesByHead(task, pruned);
        for (var place = 0; place < queue.Count; place++)
        {
            foreach (var rule in rules[queue[place]])
            {
                Keep(task.Rules.Bodies[rule], task, pruned, isKept, queue);
            }
        }
    }

    private static Tasks.IntLists RulesByHead(GroundTask task, PruningResult pruned)
    {
        var heads = new IntListBuffer();
        for (var rule = 0; rule < task.Rules.Heads.Count; rule++)
        {
            if (!pruned.IsRuleDead[rule])
            {
                heads.Add(task.Rules.Heads[rule]);
            }

            heads.EndList();
        }

        return heads.ToIntLists().Invert(task.AtomCount);
    }

    private static void Keep(ReadOnlySpan<int> literals, GroundTask task, PruningResult pruned, bool[] isKept, IntBuffer queue)
    {
        foreach (var literal in literals)
        {
            var atom = LiteralSets.AtomOf(literal);
            if (task.IsDerived[atom] && !isKept[atom] && pruned.Truth[atom] == AtomTruth.Open)
            {
                isKept[atom] = true;
                queue.Add(atom);
            }
        }
    }
}
