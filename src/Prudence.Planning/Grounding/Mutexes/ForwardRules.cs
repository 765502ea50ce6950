using Prudence.Planning.Tasks;

namespace Prudence.Planning.Grounding.Mutexes;

/// <summary>
/// The operators as rules from the initial state on. Of an operator with conditional effects, each such effect is a rule of its own, which takes
/// into account that the operator's other conditional effects may happen too, or not.
/// </summary>
internal static class ForwardRules
{
    public static List<PairRule> Of(PlanningTask task, bool[] isRemoved)
    {
        var rules = new List<PairRule>();
        for (var o = 0; o < task.Operators.Count; o++)
        {
            if (!isRemoved[o])
            {
                AddOperator(task, o, rules);
            }
        }

        return rules;
    }

    private static void AddOperator(PlanningTask task, int operatorId, List<PairRule> rules)
    {
        var (sure, possible) = (new List<int>(), new List<int>());
        for (var e = task.Operators.EffectStarts[operatorId]; e < task.Operators.EffectStarts[operatorId + 1]; e++)
        {
            (task.Operators.EffectConditions[e].Length == 0 ? sure : possible).Add(e);
        }

        int[] sureFacts = [.. sure.Select(e => task.Operators.EffectFacts[e])];
        int[] overwritten = [.. sureFacts.Select(fact => task.FactVariables[fact]).Distinct()];
        if (sure.Count > 0)
        {
            rules.Add(new PairRule(operatorId, task.Operators.Preconditions[operatorId].ToArray(), sureFacts, [], overwritten, []));
        }

        foreach (var e in possible)
        {
            int[] conditions = [.. new SortedSet<int>([.. task.Operators.Preconditions[operatorId], .. task.Operators.EffectConditions[e]])];
            var fact = task.Operators.EffectFacts[e];
            int[] companions = [.. sureFacts, .. possible.Select(other => task.Operators.EffectFacts[other])];
            rules.Add(new PairRule(operatorId, conditions, [fact], companions, [.. overwritten, task.FactVariables[fact]], []));
        }
    }
}
