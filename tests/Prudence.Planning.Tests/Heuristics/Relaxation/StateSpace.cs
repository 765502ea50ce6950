using Prudence.Planning.Tasks;

namespace Prudence.Planning.Tests.Heuristics.Relaxation;

/// <summary>All states of a small task and their true costs to the goal, by brute force.</summary>
internal sealed class StateSpace
{
    private readonly PlanningTask task;

    public StateSpace(PlanningTask task)
    {
        this.task = task;
        States = [.. Enumerate(0, new int[task.Variables.Length]).Select(Derive)];
        Distances = Solve();
    }

    public int[][] States { get; }

    /// <summary>The cost of a cheapest plan from each state; int.MaxValue where there is none.</summary>
    public int[] Distances { get; }

    public bool Holds(int[] state, int fact) => state[task.FactVariables[fact]] == task.FactValue(fact);

    public bool HoldsAll(int[] state, ReadOnlySpan<int> facts)
    {
        foreach (var fact in facts)
        {
            if (!Holds(state, fact))
            {
                return false;
            }
        }

        return true;
    }

    public bool IsApplicable(int[] state, int operatorId) => HoldsAll(state, task.Operators.Preconditions[operatorId]);

    public int[] Apply(int[] state, int operatorId)
    {
        var next = (int[])state.Clone();
        for (var e = task.Operators.EffectStarts[operatorId]; e < task.Operators.EffectStarts[operatorId + 1]; e++)
        {
            if (HoldsAll(state, task.Operators.EffectConditions[e]))
            {
                var fact = task.Operators.EffectFacts[e];
                next[task.FactVariables[fact]] = task.FactValue(fact);
            }
        }

        return Derive(next);
    }

    /// <summary>Sets derived variables, layer by layer.</summary>
    public int[] Derive(int[] state)
    {
        var result = (int[])state.Clone();
        for (var v = 0; v < result.Length; v++)
        {
            result[v] = task.Variables[v].IsDerived ? task.Variables[v].DefaultValue : result[v];
        }

        foreach (var layer in task.Variables.Where(v => v.IsDerived).Select(v => v.AxiomLayer).Distinct().Order())
        {
            for (var changed = true; changed;)
            {
                changed = false;
                for (var rule = 0; rule < task.Axioms.Count; rule++)
                {
                    var head = task.Axioms.Heads[rule];
                    var variable = task.FactVariables[head];
                    if (task.Variables[variable].AxiomLayer == layer && !Holds(result, head) && HoldsAll(result, task.Axioms.Bodies[rule]))
                    {
                        result[variable] = task.FactValue(head);
                        changed = true;
                    }
                }
            }
        }

        return result;
    }

    private IEnumerable<int[]> Enumerate(int variable, int[] state)
    {
        if (variable == state.Length)
        {
            return [state];
        }

        var values = task.Variables[variable].IsDerived ? 1 : task.Variables[variable].DomainSize;
        return Enumerable.Range(0, values).SelectMany(value =>
        {
            var copy = (int[])state.Clone();
            copy[variable] = value;
            return Enumerate(variable + 1, copy);
        });
    }

    private int[] Solve()
    {
        var index = States.Select((state, i) => (Key: string.Join(' ', state), i)).ToDictionary(p => p.Key, p => p.i);
        var distances = States.Select(state => HoldsAll(state, task.Goal) ? 0 : int.MaxValue).ToArray();
        var transitions = new List<(int From, int To, int Cost)>();
        for (var s = 0; s < States.Length; s++)
        {
            for (var o = 0; o < task.Operators.Count; o++)
            {
                if (IsApplicable(States[s], o))
                {
                    transitions.Add((s, index[string.Join(' ', Apply(States[s], o))], task.Operators.Costs[o]));
                }
            }
        }

        for (var changed = true; changed;)
        {
            changed = false;
            foreach (var (from, to, cost) in transitions)
            {
                if (distances[to] != int.MaxValue && distances[to] + cost < distances[from])
                {
                    distances[from] = distances[to] + cost;
                    changed = true;
                }
            }
        }

        return distances;
    }
}
