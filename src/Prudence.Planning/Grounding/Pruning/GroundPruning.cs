using Prudence.Budgeting;
using Prudence.Planning.Grounding.Instantiation;

namespace Prudence.Planning.Grounding.Pruning;

/// <summary>
/// Finds atoms that never change and operators, effects and rules that can never apply, until nothing new follows: an atom that holds at
/// first and that nothing deletes always holds; an atom out of relaxed reach never does.
/// </summary>
internal sealed class GroundPruning
{
    private readonly GroundTask task;
    private readonly StopSignal stop;
    private readonly AtomTruth[] truth;
    private readonly bool[] isOperatorDead;
    private readonly bool[] isEffectDead;
    private readonly bool[] isRuleDead;

    private GroundPruning(GroundTask task, StopSignal stop)
    {
        this.task = task;
        this.stop = stop;
        truth = new AtomTruth[task.AtomCount];
        isOperatorDead = new bool[task.Operators.Count];
        isEffectDead = new bool[task.Operators.EffectLiterals.Count];
        isRuleDead = new bool[task.Rules.Heads.Count];
    }

    /// <summary>Prunes a task.</summary>
    /// <param name="task">The task.</param>
    /// <param name="mayBeUnreachable">True if the instances were found with conditions weakened, so that some may be out of reach.</param>
    /// <param name="stop">Stops the work.</param>
    public static PruningResult Prune(GroundTask task, bool mayBeUnreachable, StopSignal stop)
    {
        var pruning = new GroundPruning(task, stop);
        pruning.Prune(mayBeUnreachable);
        return new PruningResult(pruning.truth, pruning.isOperatorDead, pruning.isEffectDead, pruning.isRuleDead);
    }

    private void Prune(bool mayBeUnreachable)
    {
        while (true)
        {
            var isChanged = FindConstants();
            if (mayBeUnreachable)
            {
                isChanged |= FindUnreachable();
            }

            if (!isChanged)
            {
                return;
            }

            // What died may have been the only way to an atom.
            mayBeUnreachable |= KillImpossible();
        }
    }

    private bool FindConstants()
    {
        var operators = task.Operators;
        var isDeleted = new bool[task.AtomCount];
        for (var i = 0; i < operators.Count; i++)
        {
            if (isOperatorDead[i])
            {
                continue;
            }

            for (var effect = operators.FirstEffect(i); effect < operators.EffectEnds[i] && operators.EffectLiterals[effect] < 0; effect++)
            {
                isDeleted[~operators.EffectLiterals[effect]] |= !isEffectDead[effect];
            }
        }

        var isChanged = false;
        for (var atom = 0; atom < truth.Length; atom++)
        {
            if (truth[atom] == AtomTruth.Open && task.Initial[atom] && !isDeleted[atom])
            {
                truth[atom] = AtomTruth.AlwaysTrue;
                isChanged = true;
            }
        }

        return FindDerivedConstants() || isChanged;
    }

    private bool FindDerivedConstants()
    {
        var isChanged = false;
        bool isGrowing;
        do
        {
            isGrowing = false;
            for (var rule = 0; rule < task.Rules.Heads.Count; rule++)
            {
                var head = task.Rules.Heads[rule];
                if (truth[head] == AtomTruth.Open && !isRuleDead[rule] && AlwaysHold(task.Rules.Bodies[rule]))
                {
                    truth[head] = AtomTruth.AlwaysTrue;
                    isGrowing = isChanged = true;
                }
            }
        }
        while (isGrowing);
        return isChanged;
    }

    private bool FindUnreachable()
    {
        var isReached = GroundReachability.Compute(task, truth, isOperatorDead, isEffectDead, isRuleDead, stop);
        var isChanged = false;
        for (var atom = 0; atom < truth.Length; atom++)
        {
            if (truth[atom] == AtomTruth.Open && !isReached[atom])
            {
                truth[atom] = AtomTruth.AlwaysFalse;
                isChanged = true;
            }
        }

        return isChanged;
    }

    /// <summary>Marks what needs a literal that never holds; true if anything was marked that could have made an atom true.</summary>
    private bool KillImpossible()
    {
        var operators = task.Operators;
        var isAnyDead = false;
        for (var i = 0; i < operators.Count; i++)
        {
            if (isOperatorDead[i])
            {
                continue;
            }

            if (CanNotHold(operators.Preconditions[i]))
            {
                isOperatorDead[i] = isAnyDead = true;
                continue;
            }

            for (var effect = operators.FirstEffect(i); effect < operators.EffectEnds[i]; effect++)
            {
                if (!isEffectDead[effect] && CanNotHold(operators.EffectConditions[effect]))
                {
                    isEffectDead[effect] = isAnyDead = true;
                }
            }
        }

        for (var rule = 0; rule < isRuleDead.Length; rule++)
        {
            if (!isRuleDead[rule] && CanNotHold(task.Rules.Bodies[rule]))
            {
                isRuleDead[rule] = isAnyDead = true;
            }
        }

        return isAnyDead;
    }

    private bool CanNotHold(ReadOnlySpan<int> literals)
    {
        foreach (var literal in literals)
        {
            if (truth[LiteralSets.AtomOf(literal)] == (literal < 0 ? AtomTruth.AlwaysTrue : AtomTruth.AlwaysFalse))
            {
                return true;
            }
        }

        return false;
    }

    private bool AlwaysHold(ReadOnlySpan<int> literals)
    {
        foreach (var literal in literals)
        {
            if (truth[LiteralSets.AtomOf(literal)] != (literal < 0 ? AtomTruth.AlwaysFalse : AtomTruth.AlwaysTrue))
            {
                return false;
            }
        }

        return true;
    }
}
