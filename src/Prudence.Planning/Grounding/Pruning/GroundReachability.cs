using Prudence.Budgeting;
using Prudence.Planning.Tasks;

namespace Prudence.Planning.Grounding.Pruning;

/// <summary>
/// The atoms of a ground task that are reachable when deletes and negated literals are ignored. Operators, effects and rules are units
/// that fire when the last positive literal of their condition is reached; an effect also waits for its operator.
/// </summary>
internal sealed class GroundReachability
{
    private readonly GroundTask task;
    private readonly StopSignal stop;
    private readonly int effectUnits;
    private readonly int ruleUnits;
    private readonly int[] waiting;
    private readonly IntLists unitsOfAtom;
    private readonly bool[] isReached;
    private readonly IntBuffer queue = new();

    private GroundReachability(
        GroundTask task, AtomTruth[] truth, bool[] isOperatorDead, bool[] isEffectDead, bool[] isRuleDead, StopSignal stop)
    {
        this.task = task;
        this.stop = stop;
        effectUnits = task.Operators.Count;
        ruleUnits = effectUnits + task.Operators.EffectLiterals.Count;
        var units = new IntListBuffer(stop);
        for (var i = 0; i < effectUnits; i++)
        {
            AddUnit(units, task.Operators.Preconditions[i], isOperatorDead[i]);
        }

        for (var i = 0; i < isEffectDead.Length; i++)
        {
            AddUnit(units, task.Operators.EffectConditions[i], isEffectDead[i] || task.Operators.EffectLiterals[i] < 0);
        }

        for (var i = 0; i < isRuleDead.Length; i++)
        {
            AddUnit(units, task.Rules.Bodies[i], isRuleDead[i]);
        }

        waiting = new int[units.Count];
        for (var unit = 0; unit < waiting.Length; unit++)
        {
            waiting[unit] = units[unit].Length + (unit >= effectUnits && unit < ruleUnits ? 1 : 0);
        }

        MarkDead(isOperatorDead, 0);
        MarkDead(isEffectDead, effectUnits);
        MarkDead(isRuleDead, ruleUnits);
        unitsOfAtom = units.ToIntLists().Invert(task.AtomCount);
        isReached = new bool[task.AtomCount];
        for (var atom = 0; atom < isReached.Length; atom++)
        {
            if (task.Initial[atom] || truth[atom] == AtomTruth.AlwaysTrue)
            {
                Reach(atom);
            }
        }
    }

    /// <summary>Marks the reachable atoms.</summary>
    public static bool[] Compute(
        GroundTask task, AtomTruth[] truth, bool[] isOperatorDead, bool[] isEffectDead, bool[] isRuleDead, StopSignal stop)
    {
        var reachability = new GroundReachability(task, truth, isOperatorDead, isEffectDead, isRuleDead, stop);
        reachability.Propagate();
        return reachability.isReached;
    }

    private static void AddUnit(IntListBuffer units, ReadOnlySpan<int> condition, bool isDead)
    {
        if (!isDead)
        {
            foreach (var literal in condition)
            {
                if (literal >= 0)
                {
                    units.Add(literal);
                }
            }
        }

        units.EndList();
    }

    private void MarkDead(bool[] isDead, int firstUnit)
    {
        for (var i = 0; i < isDead.Length; i++)
        {
            if (isDead[i])
            {
                waiting[firstUnit + i] = int.MaxValue;
            }
        }
    }

    private void Propagate()
    {
        for (var unit = 0; unit < waiting.Length; unit++)
        {
            if (waiting[unit] == 0 && (unit < effectUnits || unit >= ruleUnits))
            {
                Fire(unit);
            }
        }

        for (var place = 0; place < queue.Count; place++)
        {
            stop.ThrowIfRaised();
            foreach (var unit in unitsOfAtom[queue[place]])
            {
                if (--waiting[unit] == 0)
                {
                    Fire(unit);
                }
            }
        }
    }

    private void Fire(int unit)
    {
        if (unit >= ruleUnits)
        {
            Reach(task.Rules.Heads[unit - ruleUnits]);
        }
        else if (unit >= effectUnits)
        {
            var literal = task.Operators.EffectLiterals[unit - effectUnits];
            if (literal >= 0)
            {
                Reach(literal);
            }
        }
        else
        {
            for (var effect = task.Operators.FirstEffect(unit); effect < task.Operators.EffectEnds[unit]; effect++)
            {
                if (--waiting[effectUnits + effect] == 0)
                {
                    Fire(effectUnits + effect);
                }
            }
        }
    }

    private void Reach(int atom)
    {
        if (!isReached[atom])
        {
            isReached[atom] = true;
            queue.Add(atom);
        }
    }
}
