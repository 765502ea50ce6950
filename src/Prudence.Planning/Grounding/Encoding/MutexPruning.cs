using Prudence.Budgeting;

namespace Prudence.Planning.Grounding.Encoding;

/// <summary>Removes operators, effects and rules whose conditions contradict themselves or a mutex group.</summary>
internal static class MutexPruning
{
    private const int PollInterval = 4096;

    /// <summary>Marks what can never happen.</summary>
    /// <returns>Whether anything was removed.</returns>
    public static bool Apply(TaskPruning pruning, AtomGroups groups, StopSignal stop)
    {
        var draft = new OperatorDraft(pruning, groups);
        var removed = false;
        for (var o = 0; o < pruning.Task.OperatorCount; o++)
        {
            if (o % PollInterval == 0)
            {
                stop.ThrowIfRaised();
            }

            removed |= !pruning.RemovedOperators[o] && PruneOperator(pruning, draft, o);
        }

        var conjunction = new ConjunctionDraft(pruning, groups);
        List<int> kept = [];
        for (var rule = 0; rule < pruning.RemovedRules.Length; rule++)
        {
            kept.Clear();
            if (!pruning.RemovedRules[rule] && !conjunction.Read(pruning.Task.RuleBodies[rule], null, kept))
            {
                pruning.RemovedRules[rule] = true;
                removed = true;
            }
        }

        kept.Clear();
        pruning.IsUnsolvable |= !conjunction.Read(pruning.Task.Goal, null, kept);
        return removed;
    }

    private static bool PruneOperator(TaskPruning pruning, OperatorDraft draft, int operatorId)
    {
        if (!draft.Read(operatorId))
        {
            pruning.RemovedOperators[operatorId] = true;
            return true;
        }

        var first = pruning.Task.EffectStarts[operatorId];
        var end = pruning.Task.EffectStarts[operatorId + 1];
        if (draft.EffectIds.Count == end - first)
        {
            return false;
        }

        var removed = false;
        var next = 0;
        for (var effect = first; effect < end; effect++)
        {
            if (next < draft.EffectIds.Count && draft.EffectIds[next] == effect)
            {
                next++;
            }
            else
            {
                removed |= !pruning.RemovedEffects[effect];
                pruning.RemovedEffects[effect] = true;
            }
        }

        return removed;
    }
}
