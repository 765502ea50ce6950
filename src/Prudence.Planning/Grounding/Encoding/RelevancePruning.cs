using Prudence.Budgeting;
using Prudence.Planning.Tasks;

namespace Prudence.Planning.Grounding.Encoding;

/// <summary>
/// Backward relevance: an atom matters if the goal names it, or if it stands in a condition of something that changes an atom that matters.
/// Everything else is dropped; plans and their costs stay the same.
/// </summary>
internal sealed class RelevancePruning
{
    private readonly TaskPruning pruning;
    private readonly PropositionalTask task;
    private readonly bool[] relevant;
    private readonly bool[] operatorSeen;
    private readonly int[] queue;
    private int queued;

    private RelevancePruning(TaskPruning pruning)
    {
        this.pruning = pruning;
        task = pruning.Task;
        relevant = new bool[task.AtomCount];
        operatorSeen = new bool[task.OperatorCount];
        queue = new int[task.AtomCount];
    }

    /// <summary>Marks irrelevant atoms, the rules that derive them, and operators that change nothing else.</summary>
    public static void Apply(TaskPruning pruning, StopSignal stop)
    {
        var relevance = new RelevancePruning(pruning);
        relevance.Explore(stop);
        for (var atom = 0; atom < pruning.Status.Length; atom++)
        {
            if (!relevance.relevant[atom] && pruning.Status[atom] == AtomStatus.Open)
            {
                pruning.Status[atom] = AtomStatus.Irrelevant;
            }
        }

        for (var rule = 0; rule < pruning.RemovedRules.Length; rule++)
        {
            pruning.RemovedRules[rule] |= !relevance.relevant[pruning.Task.RuleHeads[rule]];
        }

        for (var o = 0; o < pruning.RemovedOperators.Length; o++)
        {
            pruning.RemovedOperators[o] |= !relevance.operatorSeen[o];
        }
    }

    private void Explore(StopSignal stop)
    {
        var effectsOfAtom = new IntLists(IntSequences.Below(task.EffectLiterals.Length + 1), EffectAtoms()).Invert(task.AtomCount);
        var rulesOfAtom = new IntLists(IntSequences.Below(task.RuleHeads.Length + 1), task.RuleHeads).Invert(task.AtomCount);
        var operatorOfEffect = OperatorsOfEffects();
        Require(task.Goal);
        for (var head = 0; head < queued; head++)
        {
            if (head % 1024 == 0)
            {
                stop.ThrowIfRaised();
            }

            foreach (var effect in effectsOfAtom[queue[head]])
            {
                RequireEffect(effect, operatorOfEffect[effect]);
            }

            foreach (var rule in rulesOfAtom[queue[head]])
            {
                if (!pruning.RemovedRules[rule])
                {
                    Require(task.RuleBodies[rule]);
                }
            }
        }
    }

    private int[] EffectAtoms()
    {
        var atoms = new int[task.EffectLiterals.Length];
        for (var effect = 0; effect < atoms.Length; effect++)
        {
            var literal = task.EffectLiterals[effect];
            atoms[effect] = literal >= 0 ? literal : ~literal;
        }

        return atoms;
    }

    private int[] OperatorsOfEffects()
    {
        var operators = new int[task.EffectLiterals.Length];
        for (var o = 0; o < task.OperatorCount; o++)
        {
            operators.AsSpan(task.EffectStarts[o], task.EffectStarts[o + 1] - task.EffectStarts[o]).Fill(o);
        }

        return operators;
    }

    private void RequireEffect(int effect, int operatorId)
    {
        if (pruning.RemovedEffects[effect] || pruning.RemovedOperators[operatorId])
        {
            return;
        }

        Require(task.EffectConditions[effect]);
        if (!operatorSeen[operatorId])
        {
            operatorSeen[operatorId] = true;
            Require(task.Preconditions[operatorId]);
        }
    }

    private void Require(ReadOnlySpan<int> literals)
    {
        foreach (var literal in literals)
        {
            var atom = literal >= 0 ? literal : ~literal;
            if (!relevant[atom] && pruning.Status[atom] == AtomStatus.Open)
            {
                relevant[atom] = true;
                queue[queued++] = atom;
            }
        }
    }
}
