using Prudence.Planning.Tasks;

namespace Prudence.Planning.Grounding.Mutexes;

/// <summary>
/// The operators as rules from the goal back (Alcázar and Torralba 2015, section "Computing mutexes in regression"): where what holds after the
/// operator holds, its preconditions held before, and of variables that it overwrites unseen any value that goes with the preconditions.
/// Operators must have no conditional effects.
/// </summary>
internal static class BackwardRules
{
    public static List<PairRule> Of(PlanningTask task, bool[] isRemoved, PairSet forbidden)
    {
        var rules = new List<PairRule>();
        for (var o = 0; o < task.Operators.Count; o++)
        {
            if (!isRemoved[o])
            {
                rules.Add(Reverse(task, o, forbidden));
            }
        }

        return rules;
    }

    /// <summary>What surely holds after an operator, in ascending order.</summary>
    public static int[] FactsAfter(PlanningTask task, int operatorId)
    {
        var after = new SortedDictionary<int, int>();
        foreach (var fact in task.Operators.Preconditions[operatorId])
        {
            after[task.FactVariables[fact]] = fact;
        }

        for (var e = task.Operators.EffectStarts[operatorId]; e < task.Operators.EffectStarts[operatorId + 1]; e++)
        {
            after[task.FactVariables[task.Operators.EffectFacts[e]]] = task.Operators.EffectFacts[e];
        }

        return [.. after.Values];
    }

    private static PairRule Reverse(PlanningTask task, int operatorId, PairSet forbidden)
    {
        var changed = new SortedSet<int>();
        for (var e = task.Operators.EffectStarts[operatorId]; e < task.Operators.EffectStarts[operatorId + 1]; e++)
        {
            changed.Add(task.FactVariables[task.Operators.EffectFacts[e]]);
        }

        var preconditions = task.Operators.Preconditions[operatorId].ToArray();
        var (before, open) = (new List<int>(), new SortedSet<int>(changed));
        foreach (var fact in preconditions)
        {
            if (open.Remove(task.FactVariables[fact]))
            {
                before.Add(fact);
            }
        }

        foreach (var variable in open)
        {
            for (var fact = task.FactOffsets[variable]; fact < task.FactOffsets[variable + 1]; fact++)
            {
                if (!Array.Exists(preconditions, precondition => forbidden.Contains(precondition, fact)))
                {
                    before.Add(fact);
                }
            }
        }

        return new PairRule(operatorId, FactsAfter(task, operatorId), [.. before], [], [.. changed], preconditions);
    }
}
