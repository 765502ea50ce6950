using Prudence.Planning.Tasks;

namespace Prudence.Planning.Heuristics.Landmarks;

/// <summary>What holds in the initial state once its axioms are evaluated, and what the relaxation takes to hold.</summary>
internal static class InitialFacts
{
    /// <summary>One value per variable, derived ones included.</summary>
    public static int[] Evaluate(PlanningTask task)
    {
        var values = task.InitialState.AsSpan().ToArray();
        var lastLayer = -1;
        foreach (var variable in task.Variables)
        {
            lastLayer = Math.Max(lastLayer, variable.AxiomLayer);
        }

        for (var layer = 0; layer <= lastLayer; layer++)
        {
            while (FireLayer(task, layer, values))
            {
            }
        }

        return values;
    }

    /// <summary>
    /// The facts of a state, and the default value of each derived variable for which it is not followed when that comes back: it is taken to
    /// be there.
    /// </summary>
    public static int[] Relax(PlanningTask task, NegatedAxioms negated, ReadOnlySpan<int> values)
    {
        var facts = new List<int>(values.Length);
        for (var variable = 0; variable < values.Length; variable++)
        {
            facts.Add(task.Fact(variable, values[variable]));
            if (task.Variables[variable].IsDerived && !negated.IsFollowed(variable) && values[variable] != task.Variables[variable].DefaultValue)
            {
                facts.Add(task.Fact(variable, task.Variables[variable].DefaultValue));
            }
        }

        return [.. facts];
    }

    private static bool FireLayer(PlanningTask task, int layer, int[] values)
    {
        var changed = false;
        for (var rule = 0; rule < task.Axioms.Count; rule++)
        {
            var head = task.Axioms.Heads[rule];
            var variable = task.FactVariables[head];
            if (task.Variables[variable].AxiomLayer == layer
                && values[variable] != task.FactValue(head)
                && AllHold(task, task.Axioms.Bodies[rule], values))
            {
                values[variable] = task.FactValue(head);
                changed = true;
            }
        }

        return changed;
    }

    private static bool AllHold(PlanningTask task, ReadOnlySpan<int> facts, int[] values)
    {
        foreach (var fact in facts)
        {
            if (values[task.FactVariables[fact]] != task.FactValue(fact))
            {
                return false;
            }
        }

        return true;
    }
}
