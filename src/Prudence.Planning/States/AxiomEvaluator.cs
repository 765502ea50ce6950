using Prudence.Planning.Tasks;

namespace Prudence.Planning.States;

/// <summary>
/// Computes derived variables from the others: all start at their default value, then rules fire layer by layer until nothing changes.
/// Each rule counts the body facts that still miss; a fact that comes true counts down the rules that ask for it (Dowling and Gallier 1984).
/// The absence of a fact of a lower layer counts as a fact once that layer is done.
/// </summary>
internal sealed unsafe class AxiomEvaluator
{
    private readonly PlanningTask task;
    private readonly int[] bodySizes;
    private readonly int[] missing;
    private readonly IntLists rulesByFact;
    private readonly int[] emptyRules;
    private readonly int[] basicVariables;
    private readonly int[][] layers;
    private readonly int[] queue;
    private int queued;

    /// <summary>Prepares for a task that has axioms. One instance serves one thread.</summary>
    public AxiomEvaluator(PlanningTask task)
    {
        this.task = task;
        var rules = task.Axioms;
        bodySizes = new int[rules.Count];
        for (var rule = 0; rule < rules.Count; rule++)
        {
            bodySizes[rule] = rules.Bodies[rule].Length;
        }

        missing = new int[rules.Count];
        rulesByFact = rules.Bodies.Invert(task.FactCount);
        emptyRules = [.. Enumerable.Range(0, rules.Count).Where(rule => bodySizes[rule] == 0)];
        var variables = Enumerable.Range(0, task.Variables.Length).ToArray();
        basicVariables = [.. variables.Where(v => !task.Variables[v].IsDerived && IsAskedFor(v))];
        layers = [.. variables.Where(v => task.Variables[v].IsDerived)
            .GroupBy(v => task.Variables[v].AxiomLayer).OrderBy(layer => layer.Key).Select(layer => layer.ToArray())];
        queue = new int[task.FactCount];
    }

    /// <summary>Writes the values of the derived variables into <paramref name="values"/>, which holds those of all others.</summary>
    public void Evaluate(int* values)
    {
        bodySizes.CopyTo(missing, 0);
        foreach (var layer in layers)
        {
            foreach (var variable in layer)
            {
                values[variable] = task.Variables[variable].DefaultValue;
            }
        }

        foreach (var rule in emptyRules)
        {
            Fire(rule, values);
        }

        foreach (var variable in basicVariables)
        {
            queue[queued++] = task.FactOffsets[variable] + values[variable];
        }

        Propagate(values);
        for (var layer = 0; layer < layers.Length - 1; layer++)
        {
            AssumeDefaults(layers[layer], values);
            Propagate(values);
        }
    }

    // The last layer's absences are in no rule of a later layer, so they need no look.
    private void AssumeDefaults(int[] layer, int* values)
    {
        foreach (var variable in layer)
        {
            var defaultValue = task.Variables[variable].DefaultValue;
            if (values[variable] == defaultValue)
            {
                queue[queued++] = task.FactOffsets[variable] + defaultValue;
            }
        }
    }

    private void Propagate(int* values)
    {
        var starts = rulesByFact.Starts;
        var rules = rulesByFact.Items;
        while (queued > 0)
        {
            var fact = queue[--queued];
            for (var i = starts[fact]; i < starts[fact + 1]; i++)
            {
                if (--missing[rules[i]] == 0)
                {
                    Fire(rules[i], values);
                }
            }
        }
    }

    private void Fire(int rule, int* values)
    {
        var head = task.Axioms.Heads[rule];
        var variable = task.FactVariables[head];
        if (values[variable] == task.Variables[variable].DefaultValue)
        {
            values[variable] = head - task.FactOffsets[variable];
            queue[queued++] = head;
        }
    }

    private bool IsAskedFor(int variable) =>
        rulesByFact.Starts[task.FactOffsets[variable + 1]] > rulesByFact.Starts[task.FactOffsets[variable]];
}
