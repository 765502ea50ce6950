using Prudence.Planning.Grounding;

namespace Prudence.Planning.Tests.Grounding;

/// <summary>The meaning of a ground task, by trying everything. States are the sets of true atoms, derived ones left out.</summary>
internal sealed class PropositionalSemantics(PropositionalTask task)
{
    private readonly int[] strata = Stratify(task);

    public HashSet<int> Initial { get; } = [.. Enumerable.Range(0, task.AtomCount).Where(atom => task.Initial[atom])];

    public bool IsGoal(HashSet<int> basic) => !task.IsTriviallyUnsolvable && Holds(task.Goal, Derive(basic));

    /// <summary>A state with the derived atoms that follow from it.</summary>
    public HashSet<int> Derive(HashSet<int> basic)
    {
        var state = new HashSet<int>(basic);
        for (var stratum = 0; stratum <= strata.DefaultIfEmpty(0).Max(); stratum++)
        {
            bool isChanged;
            do
            {
                isChanged = false;
                for (var rule = 0; rule < task.RuleHeads.Length; rule++)
                {
                    isChanged |= strata[task.RuleHeads[rule]] == stratum && Holds(task.RuleBodies[rule], state) && state.Add(task.RuleHeads[rule]);
                }
            }
            while (isChanged);
        }

        return state;
    }

    /// <summary>All transitions from a state that change it.</summary>
    public IEnumerable<(string Action, int Cost, HashSet<int> Successor)> Successors(HashSet<int> basic)
    {
        var state = Derive(basic);
        for (var o = 0; o < task.OperatorCount; o++)
        {
            if (Holds(task.Preconditions[o], state))
            {
                var successor = Apply(o, basic, state);
                if (!successor.SetEquals(basic))
                {
                    yield return (task.OperatorName(o), task.OperatorCosts[o], successor);
                }
            }
        }
    }

    private HashSet<int> Apply(int operatorId, HashSet<int> basic, HashSet<int> state)
    {
        var successor = new HashSet<int>(basic);
        for (var effect = task.EffectStarts[operatorId]; effect < task.EffectStarts[operatorId + 1]; effect++)
        {
            // In the order listed, which must have the same outcome as adds winning over deletes.
            if (Holds(task.EffectConditions[effect], state))
            {
                var literal = task.EffectLiterals[effect];
                _ = literal < 0 ? successor.Remove(~literal) : successor.Add(literal);
            }
        }

        return successor;
    }

    private static bool Holds(ReadOnlySpan<int> literals, HashSet<int> state)
    {
        foreach (var literal in literals)
        {
            if (literal < 0 ? state.Contains(~literal) : !state.Contains(literal))
            {
                return false;
            }
        }

        return true;
    }

    private static int[] Stratify(PropositionalTask task)
    {
        var level = new int[task.AtomCount];
        var isDerived = new bool[task.AtomCount];
        foreach (var head in task.RuleHeads)
        {
            isDerived[head] = true;
        }

        bool isChanged;
        do
        {
            isChanged = false;
            for (var rule = 0; rule < task.RuleHeads.Length; rule++)
            {
                foreach (var literal in task.RuleBodies[rule])
                {
                    var atom = literal < 0 ? ~literal : literal;
                    var needed = isDerived[atom] ? level[atom] + (literal < 0 ? 1 : 0) : 0;
                    if (level[task.RuleHeads[rule]] < needed)
                    {
                        Assert.True(needed <= task.AtomCount, "a derived atom depends on its own negation");
                        level[task.RuleHeads[rule]] = needed;
                        isChanged = true;
                    }
                }
            }
        }
        while (isChanged);
        return level;
    }
}
