using Prudence.Budgeting;
using Prudence.Planning.Tasks;

namespace Prudence.Planning.Heuristics.ContextEnhanced;

/// <summary>Reads the transition graphs of all variables off the operators. Every effect is a transition, or several where the value before is open.</summary>
internal sealed class LocalTransitionsBuilder
{
    private const int PollInterval = 1024;

    private readonly PlanningTask task;
    private readonly StopSignal? stop;
    private readonly List<(int Operator, int Effect)>[] effects;
    private readonly SortedDictionary<int, int> conditions = [];

    private LocalTransitionsBuilder(PlanningTask task, StopSignal? stop)
    {
        this.task = task;
        this.stop = stop;
        effects = [.. task.Variables.Select(static _ => new List<(int, int)>())];
        for (var o = 0; o < task.Operators.Count; o++)
        {
            for (var e = task.Operators.EffectStarts[o]; e < task.Operators.EffectStarts[o + 1]; e++)
            {
                effects[task.FactVariables[task.Operators.EffectFacts[e]]].Add((o, e));
            }
        }
    }

    /// <summary>One graph per variable.</summary>
    /// <exception cref="RunStoppedException">The signal was raised.</exception>
    public static LocalTransitions[] Build(PlanningTask task, StopSignal? stop)
    {
        var builder = new LocalTransitionsBuilder(task, stop);
        return [.. Enumerable.Range(0, task.Variables.Length).Select(builder.BuildFor)];
    }

    private LocalTransitions BuildFor(int variable)
    {
        var parents = Parents(variable);
        var transitions = new List<LocalTransition>();
        for (var i = 0; i < effects[variable].Count; i++)
        {
            if (i % PollInterval == 0)
            {
                stop?.ThrowIfRaised();
            }

            Add(variable, effects[variable][i].Operator, effects[variable][i].Effect, parents, transitions);
        }

        var starts = new int[task.Variables[variable].DomainSize + 1];
        foreach (var transition in transitions)
        {
            starts[transition.Source + 1]++;
        }

        for (var value = 1; value < starts.Length; value++)
        {
            starts[value] += starts[value - 1];
        }

        return new LocalTransitions(parents, starts, [.. transitions.OrderBy(static transition => transition.Source)]);
    }

    private int[] Parents(int variable)
    {
        var parents = new SortedSet<int>();
        foreach (var (o, e) in effects[variable])
        {
            parents.UnionWith(task.Operators.Preconditions[o].ToArray().Select(fact => task.FactVariables[fact]));
            parents.UnionWith(task.Operators.EffectConditions[e].ToArray().Select(fact => task.FactVariables[fact]));
        }

        parents.Remove(variable);
        return [.. parents];
    }

    private void Add(int variable, int operatorId, int effect, int[] parents, List<LocalTransition> transitions)
    {
        conditions.Clear();
        if (!TryCollect(task.Operators.Preconditions[operatorId]) || !TryCollect(task.Operators.EffectConditions[effect]))
        {
            return;
        }

        var target = task.FactValue(task.Operators.EffectFacts[effect]);
        var isOpen = !conditions.Remove(variable, out var before);
        var asked = conditions.SelectMany(condition => new[] { Array.BinarySearch(parents, condition.Key), condition.Value }).ToArray();
        var changed = SideEffects(variable, operatorId, parents);
        for (var source = 0; source < task.Variables[variable].DomainSize; source++)
        {
            if (source != target && (isOpen || source == before))
            {
                transitions.Add(new LocalTransition(operatorId, source, target, asked, changed));
            }
        }
    }

    /// <summary>False if a condition contradicts another one.</summary>
    private bool TryCollect(ReadOnlySpan<int> facts)
    {
        foreach (var fact in facts)
        {
            if (!conditions.TryAdd(task.FactVariables[fact], task.FactValue(fact)) && conditions[task.FactVariables[fact]] != task.FactValue(fact))
            {
                return false;
            }
        }

        return true;
    }

    private int[] SideEffects(int variable, int operatorId, int[] parents)
    {
        var changed = new List<int>();
        for (var e = task.Operators.EffectStarts[operatorId]; e < task.Operators.EffectStarts[operatorId + 1]; e++)
        {
            var fact = task.Operators.EffectFacts[e];
            var parent = Array.BinarySearch(parents, task.FactVariables[fact]);
            if (parent >= 0 && task.FactVariables[fact] != variable && task.Operators.EffectConditions[e].Length == 0)
            {
                changed.Add(parent);
                changed.Add(task.FactValue(fact));
            }
        }

        return [.. changed];
    }
}
