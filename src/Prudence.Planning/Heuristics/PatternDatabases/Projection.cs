using Prudence.Budgeting;
using Prudence.Planning.Grounding;
using Prudence.Planning.Tasks;

namespace Prudence.Planning.Heuristics.PatternDatabases;

/// <summary>
/// Projects a task to a pattern (Edelkamp 2001, "Planning with pattern databases"). A conditional effect whose condition lies partly outside the
/// pattern may or may not happen: the projection has a transition for either case, which keeps it an abstraction.
/// </summary>
internal sealed class Projection
{
    private readonly PlanningTask task;
    private readonly IntLists operatorsOfVariable;
    private readonly StopSignal? stop;
    private readonly Dictionary<string, int> labels = [];
    private readonly List<List<int>> labelOperators = [];
    private readonly List<(int Source, int Target, int Label)> transitions = [];
    private readonly ProjectedOperator projected;
    private Pattern pattern = null!;

    public Projection(PlanningTask task, StopSignal? stop)
    {
        this.task = task;
        this.stop = stop;
        projected = new ProjectedOperator(task);
        var variables = new List<IReadOnlyList<int>>(task.Operators.Count);
        for (var o = 0; o < task.Operators.Count; o++)
        {
            var changed = new SortedSet<int>();
            for (var e = task.Operators.EffectStarts[o]; e < task.Operators.EffectStarts[o + 1]; e++)
            {
                changed.Add(task.FactVariables[task.Operators.EffectFacts[e]]);
            }

            variables.Add([.. changed]);
        }

        operatorsOfVariable = IntLists.From(variables).Invert(task.Variables.Length);
    }

    /// <summary>Projects to one pattern.</summary>
    /// <param name="target">The pattern.</param>
    /// <param name="maximumTransitions">The most transitions the projection may have.</param>
    /// <returns>The projection; null if it has more transitions than that.</returns>
    /// <exception cref="RunStoppedException">The signal was raised.</exception>
    public AbstractTransitions? Project(Pattern target, int maximumTransitions)
    {
        pattern = target;
        labels.Clear();
        labelOperators.Clear();
        transitions.Clear();
        GrowthGuard.Reserve(stop, Math.Min(4L * target.StateCount, 3L * maximumTransitions));
        foreach (var o in Relevant())
        {
            stop?.ThrowIfRaised();
            var known = labels.Count;
            var label = LabelOf(o);
            if (labels.Count > known)
            {
                AddTransitions(label);
                if (transitions.Count > maximumTransitions)
                {
                    return null;
                }
            }
        }

        return Pack();
    }

    private SortedSet<int> Relevant()
    {
        var relevant = new SortedSet<int>();
        foreach (var variable in pattern.Variables)
        {
            foreach (var o in operatorsOfVariable[variable])
            {
                relevant.Add(o);
            }
        }

        return relevant;
    }

    private int LabelOf(int operatorId)
    {
        projected.Load(pattern, operatorId);
        if (!labels.TryGetValue(projected.Key, out var label))
        {
            label = labels.Count;
            labels.Add(projected.Key, label);
            labelOperators.Add([]);
        }

        labelOperators[label].Add(operatorId);
        return label;
    }

    private void AddTransitions(int label)
    {
        foreach (var source in projected.Sources())
        {
            foreach (var target in projected.Targets(source))
            {
                if (target != source)
                {
                    transitions.Add((source, target, label));
                }
            }
        }
    }

    private AbstractTransitions Pack()
    {
        GrowthGuard.Reserve(stop, 2L * transitions.Count);
        var starts = new int[pattern.StateCount + 1];
        foreach (var (_, target, _) in transitions)
        {
            starts[target + 1]++;
        }

        for (var state = 0; state < pattern.StateCount; state++)
        {
            starts[state + 1] += starts[state];
        }

        var next = starts.AsSpan(0, pattern.StateCount).ToArray();
        var (sources, labelOf) = (new int[transitions.Count], new int[transitions.Count]);
        foreach (var (source, target, label) in transitions)
        {
            sources[next[target]] = source;
            labelOf[next[target]++] = label;
        }

        return new AbstractTransitions(pattern, Goals(), starts, sources, labelOf, IntLists.From(labelOperators));
    }

    private int[] Goals()
    {
        var goals = new List<int>();
        for (var state = 0; state < pattern.StateCount; state++)
        {
            if (Array.TrueForAll(task.Goal, fact => MayHold(fact, state)))
            {
                goals.Add(state);
            }
        }

        return [.. goals];
    }

    private bool MayHold(int fact, int state)
    {
        var position = pattern.PositionOf(task.FactVariables[fact]);
        return position < 0 || pattern.ValueAt(state, position) == task.FactValue(fact);
    }
}
