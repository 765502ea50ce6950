using Prudence.Planning.Tasks;

namespace Prudence.Planning.Tests.Grounding.Encoding;

/// <summary>Executes a finite-domain task by the book. A state is one value per variable, derived ones included.</summary>
internal sealed class TaskSimulator(PlanningTask task)
{
    public int[] Initial => Derive((int[])task.InitialState.Clone());

    public bool Holds(int[] state, ReadOnlySpan<int> facts)
    {
        foreach (var fact in facts)
        {
            if (state[task.FactVariables[fact]] != task.FactValue(fact))
            {
                return false;
            }
        }

        return true;
    }

    public int[] Apply(int[] state, int operatorId)
    {
        var next = (int[])state.Clone();
        for (var e = task.Operators.EffectStarts[operatorId]; e < task.Operators.EffectStarts[operatorId + 1]; e++)
        {
            if (Holds(state, task.Operators.EffectConditions[e]))
            {
                var fact = task.Operators.EffectFacts[e];
                Assert.False(task.Variables[task.FactVariables[fact]].IsDerived);
                next[task.FactVariables[fact]] = task.FactValue(fact);
            }
        }

        return Derive(next);
    }

    /// <summary>The names of the atoms that hold, by facts named without "not".</summary>
    public HashSet<string> TrueAtoms(int[] state)
    {
        var names = new HashSet<string>();
        for (var v = 0; v < state.Length; v++)
        {
            names.Add(task.Variables[v].FactNames[state[v]]);
        }

        names.RemoveWhere(name => !name.StartsWith('('));
        return names;
    }

    private int[] Derive(int[] state)
    {
        var layers = 0;
        for (var v = 0; v < state.Length; v++)
        {
            layers = Math.Max(layers, task.Variables[v].AxiomLayer + 1);
            state[v] = task.Variables[v].IsDerived ? task.Variables[v].DefaultValue : state[v];
        }

        for (var layer = 0; layer < layers; layer++)
        {
            for (var changed = true; changed;)
            {
                changed = false;
                for (var r = 0; r < task.Axioms.Count; r++)
                {
                    var head = task.Axioms.Heads[r];
                    var variable = task.FactVariables[head];
                    if (task.Variables[variable].AxiomLayer == layer && state[variable] != task.FactValue(head) && Holds(state, task.Axioms.Bodies[r]))
                    {
                        state[variable] = task.FactValue(head);
                        changed = true;
                    }
                }
            }
        }

        return state;
    }
}
