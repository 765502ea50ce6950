using Prudence.Planning.Grounding;

namespace Prudence.Planning.Tests.Grounding.Encoding;

/// <summary>Executes a propositional task by the book. A state is one flag per atom, derived ones included.</summary>
internal sealed class PropositionalSimulator(PropositionalTask task)
{
    private readonly bool[] isDerived = [.. Enumerable.Range(0, task.AtomCount).Select(a => task.Lifted.Predicates[task.AtomPredicates[a]].IsDerived)];

    public bool[] Initial => Derive((bool[])task.Initial.Clone());

    public static bool Holds(bool[] state, ReadOnlySpan<int> literals)
    {
        foreach (var literal in literals)
        {
            if (literal >= 0 ? !state[literal] : state[~literal])
            {
                return false;
            }
        }

        return true;
    }

    public bool IsApplicable(bool[] state, int operatorId) => Holds(state, task.Preconditions[operatorId]);

    public bool[] Apply(bool[] state, int operatorId)
    {
        var next = (bool[])state.Clone();
        foreach (var adds in new[] { false, true })
        {
            for (var e = task.EffectStarts[operatorId]; e < task.EffectStarts[operatorId + 1]; e++)
            {
                var literal = task.EffectLiterals[e];
                if (literal >= 0 == adds && Holds(state, task.EffectConditions[e]))
                {
                    next[adds ? literal : ~literal] = adds;
                }
            }
        }

        return Derive(next);
    }

    /// <summary>The reachable states nearest to the initial one, at most that many.</summary>
    public List<bool[]> Explore(int limit, out bool isComplete)
    {
        List<bool[]> states = [Initial];
        var seen = new HashSet<string> { Key(Initial) };
        isComplete = true;
        for (var i = 0; i < states.Count && isComplete; i++)
        {
            for (var o = 0; o < task.OperatorCount; o++)
            {
                if (IsApplicable(states[i], o) && Apply(states[i], o) is var next && seen.Add(Key(next)))
                {
                    states.Add(next);
                }
            }

            isComplete = states.Count <= limit;
        }

        return states;
    }

    private static string Key(bool[] state) => string.Create(state.Length, state, static (key, values) =>
    {
        for (var i = 0; i < key.Length; i++)
        {
            key[i] = values[i] ? '1' : '0';
        }
    });

    /// <summary>
    /// The stratified meaning of the rules, without computing strata: lower the atoms that may still turn out true and raise those that
    /// surely are, in turn, until nothing moves (the alternating fixpoint).
    /// </summary>
    private bool[] Derive(bool[] state)
    {
        if (task.RuleHeads.Length == 0)
        {
            return state;
        }

        var lower = Least(state, Enumerable.Range(0, state.Length).Select(a => isDerived[a] || state[a]).ToArray());
        while (true)
        {
            var upper = Least(state, lower);
            var next = Least(state, upper);
            if (next.AsSpan().SequenceEqual(lower))
            {
                Assert.Equal(lower, upper);
                return lower;
            }

            lower = next;
        }
    }

    /// <summary>The least model where negative literals on derived atoms are judged by <paramref name="assumed"/>.</summary>
    private bool[] Least(bool[] state, bool[] assumed)
    {
        var model = new bool[state.Length];
        for (var a = 0; a < model.Length; a++)
        {
            model[a] = !isDerived[a] && state[a];
        }

        for (var changed = true; changed;)
        {
            changed = false;
            for (var r = 0; r < task.RuleHeads.Length; r++)
            {
                if (!model[task.RuleHeads[r]] && task.RuleBodies[r].ToArray().All(l => l >= 0 ? model[l] : !(isDerived[~l] ? assumed : model)[~l]))
                {
                    model[task.RuleHeads[r]] = changed = true;
                }
            }
        }

        return model;
    }
}
