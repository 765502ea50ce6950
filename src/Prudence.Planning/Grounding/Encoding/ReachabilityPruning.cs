using Prudence.Budgeting;

namespace Prudence.Planning.Grounding.Encoding;

/// <summary>
/// Relaxed reachability over literals: each literal, once true, stays available. Removes what needs a literal that is never available,
/// and finds atoms that never change. Grounding has done this once; it pays to do it again when mutex groups removed operators.
/// </summary>
internal sealed class ReachabilityPruning
{
    private readonly TaskPruning pruning;
    private readonly PropositionalTask task;
    private readonly int effectBase;
    private readonly int ruleBase;
    private readonly int[] missing;
    private readonly int[] waitingStarts;
    private readonly int[] waiting;
    private readonly bool[] reached;
    private readonly int[] queue;
    private int queued;

    private ReachabilityPruning(TaskPruning pruning)
    {
        this.pruning = pruning;
        task = pruning.Task;
        effectBase = task.OperatorCount;
        ruleBase = effectBase + task.EffectLiterals.Length;
        missing = new int[ruleBase + task.RuleHeads.Length];
        waitingStarts = new int[(2 * task.AtomCount) + 1];
        reached = new bool[2 * task.AtomCount];
        queue = new int[2 * task.AtomCount];
        waiting = IndexConditions();
    }

    /// <summary>Marks what is not reachable, and constant atoms.</summary>
    public static void Apply(TaskPruning pruning, StopSignal stop)
    {
        var reachability = new ReachabilityPruning(pruning);
        reachability.Explore(stop);
        reachability.Mark();
        reachability.MarkConstantDerivedAtoms();
        foreach (var literal in pruning.Task.Goal)
        {
            pruning.IsUnsolvable |= pruning.IsNever(literal);
        }
    }

    private static int Index(int literal) => literal >= 0 ? 2 * literal : (2 * ~literal) + 1;

    /// <summary>Counts what each operator, effect and rule waits for, and lists who waits for each literal.</summary>
    private int[] IndexConditions()
    {
        for (var o = 0; o < task.OperatorCount; o++)
        {
            for (var effect = task.EffectStarts[o]; effect < task.EffectStarts[o + 1]; effect++)
            {
                missing[effectBase + effect] = 1;
            }
        }

        Count(task.Preconditions.Items);
        Count(task.EffectConditions.Items);
        Count(task.RuleBodies.Items);
        for (var i = 0; i < 2 * task.AtomCount; i++)
        {
            waitingStarts[i + 1] += waitingStarts[i];
        }

        var items = new int[waitingStarts[^1]];
        var next = waitingStarts.AsSpan(0, 2 * task.AtomCount).ToArray();
        Fill(task.Preconditions, 0, pruning.RemovedOperators, items, next);
        Fill(task.EffectConditions, effectBase, pruning.RemovedEffects, items, next);
        Fill(task.RuleBodies, ruleBase, pruning.RemovedRules, items, next);
        return items;
    }

    private void Count(int[] literals)
    {
        foreach (var literal in literals)
        {
            waitingStarts[Index(literal) + 1]++;
        }
    }

    private void Fill(Tasks.IntLists conditions, int idBase, bool[] removed, int[] items, int[] next)
    {
        for (var i = 0; i < conditions.Count; i++)
        {
            foreach (var literal in conditions[i])
            {
                items[next[Index(literal)]++] = idBase + i;
            }

            // What was removed waits for something that never comes.
            missing[idBase + i] += conditions[i].Length + (removed[i] ? 1 : 0);
        }
    }

    private void Explore(StopSignal stop)
    {
        for (var atom = 0; atom < task.AtomCount; atom++)
        {
            var status = pruning.Status[atom];
            var holds = status == AtomStatus.True || (status != AtomStatus.False && task.Initial[atom]);
            Reach(holds ? atom : ~atom);
        }

        for (var id = 0; id < missing.Length; id++)
        {
            if (missing[id] == 0 && (id < effectBase || id >= ruleBase))
            {
                Fire(id);
            }
        }

        for (var head = 0; head < queued; head++)
        {
            if (head % 1024 == 0)
            {
                stop.ThrowIfRaised();
            }

            for (var i = waitingStarts[queue[head]]; i < waitingStarts[queue[head] + 1]; i++)
            {
                if (--missing[waiting[i]] == 0)
                {
                    Fire(waiting[i]);
                }
            }
        }
    }

    private void Fire(int id)
    {
        if (id >= ruleBase)
        {
            Reach(task.RuleHeads[id - ruleBase]);
        }
        else if (id >= effectBase)
        {
            Reach(task.EffectLiterals[id - effectBase]);
        }
        else
        {
            for (var effect = task.EffectStarts[id]; effect < task.EffectStarts[id + 1]; effect++)
            {
                if (--missing[effectBase + effect] == 0)
                {
                    Fire(effectBase + effect);
                }
            }
        }
    }

    private void Reach(int literal)
    {
        var index = Index(literal);
        if (!reached[index])
        {
            reached[index] = true;
            queue[queued++] = index;
        }
    }

    private void Mark()
    {
        for (var o = 0; o < task.OperatorCount; o++)
        {
            pruning.RemovedOperators[o] |= missing[o] > 0;
        }

        for (var effect = 0; effect < task.EffectLiterals.Length; effect++)
        {
            pruning.RemovedEffects[effect] |= missing[effectBase + effect] > 0;
        }

        for (var rule = 0; rule < task.RuleHeads.Length; rule++)
        {
            pruning.RemovedRules[rule] |= missing[ruleBase + rule] > 0;
        }

        for (var atom = 0; atom < task.AtomCount; atom++)
        {
            if (!reached[Index(atom)])
            {
                pruning.Status[atom] = AtomStatus.False;
            }
            else if (!reached[Index(~atom)] && !pruning.IsDerived[atom])
            {
                pruning.Status[atom] = AtomStatus.True;
            }
        }
    }

    /// <summary>A derived atom with a rule whose body always holds is always true; that may make further bodies hold.</summary>
    private void MarkConstantDerivedAtoms()
    {
        var changed = true;
        while (changed)
        {
            changed = false;
            for (var rule = 0; rule < task.RuleHeads.Length; rule++)
            {
                var head = task.RuleHeads[rule];
                if (!pruning.RemovedRules[rule] && pruning.Status[head] != AtomStatus.True && AllAlways(task.RuleBodies[rule]))
                {
                    pruning.Status[head] = AtomStatus.True;
                    changed = true;
                }
            }
        }
    }

    private bool AllAlways(ReadOnlySpan<int> body)
    {
        foreach (var literal in body)
        {
            if (!pruning.IsAlways(literal))
            {
                return false;
            }
        }

        return true;
    }
}
