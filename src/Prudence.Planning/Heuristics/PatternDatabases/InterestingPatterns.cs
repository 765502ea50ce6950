using Prudence.Budgeting;
using Prudence.Planning.Tasks;

namespace Prudence.Planning.Heuristics.PatternDatabases;

/// <summary>
/// The interesting patterns up to a size (Pommerening, Röger and Helmert 2013, "Getting the most out of pattern databases for classical planning",
/// section 4): those that are connected in the causal graph and whose every variable leads to a goal variable of the pattern by precondition arcs.
/// Others add nothing to the sum of their parts.
/// </summary>
internal sealed class InterestingPatterns
{
    private readonly PlanningTask task;
    private readonly PatternDatabaseOptions options;
    private readonly StopSignal? stop;
    private readonly bool[] isGoal;
    private readonly SortedSet<int>[] causes;
    private readonly SortedSet<int>[] effects;
    private readonly SortedSet<int>[] companions;
    private readonly HashSet<string> seen = [];
    private readonly List<Pattern> found = [];
    private long states;

    private InterestingPatterns(PlanningTask task, PatternDatabaseOptions options, StopSignal? stop)
    {
        this.task = task;
        this.options = options;
        this.stop = stop;
        isGoal = new bool[task.Variables.Length];
        foreach (var fact in task.Goal)
        {
            isGoal[task.FactVariables[fact]] = true;
        }

        causes = Sets(task);
        effects = Sets(task);
        companions = Sets(task);
        ReadCausalGraph();
    }

    /// <summary>Lists patterns, small ones first, until the limits are reached.</summary>
    /// <exception cref="RunStoppedException"><paramref name="stop"/> was raised.</exception>
    public static IReadOnlyList<Pattern> Find(PlanningTask task, PatternDatabaseOptions options, StopSignal? stop)
    {
        var search = new InterestingPatterns(task, options, stop);
        search.Grow();
        return search.found;
    }

    private static SortedSet<int>[] Sets(PlanningTask task) => [.. task.Variables.Select(static _ => new SortedSet<int>())];

    private void ReadCausalGraph()
    {
        var operators = task.Operators;
        for (var o = 0; o < operators.Count; o++)
        {
            stop?.ThrowIfRaised();
            for (var e = operators.EffectStarts[o]; e < operators.EffectStarts[o + 1]; e++)
            {
                var variable = task.FactVariables[operators.EffectFacts[e]];
                AddCauses(variable, operators.Preconditions[o]);
                AddCauses(variable, operators.EffectConditions[e]);
                for (var other = e + 1; other < operators.EffectStarts[o + 1]; other++)
                {
                    AddCompanions(variable, task.FactVariables[operators.EffectFacts[other]]);
                }
            }
        }
    }

    private void AddCauses(int variable, ReadOnlySpan<int> conditions)
    {
        foreach (var fact in conditions)
        {
            if (task.FactVariables[fact] != variable)
            {
                causes[variable].Add(task.FactVariables[fact]);
                effects[task.FactVariables[fact]].Add(variable);
            }
        }
    }

    private void AddCompanions(int one, int other)
    {
        if (one != other)
        {
            companions[one].Add(other);
            companions[other].Add(one);
        }
    }

    // Every interesting pattern grows from a smaller one: by a cause of one of its variables, or by a goal variable that is connected to it.
    private void Grow()
    {
        foreach (var fact in task.Goal)
        {
            TryAdd([task.FactVariables[fact]]);
        }

        var first = 0;
        for (var size = 2; size <= options.MaximumSize; size++)
        {
            var end = found.Count;
            for (; first < end && states < options.MaximumCollectionStates; first++)
            {
                stop?.ThrowIfRaised();
                Extend(found[first].Variables);
            }

            first = end;
        }
    }

    private void Extend(int[] variables)
    {
        foreach (var member in variables)
        {
            foreach (var cause in causes[member])
            {
                TryExtend(variables, cause);
            }

            foreach (var other in companions[member].Concat(effects[member]))
            {
                if (isGoal[other])
                {
                    TryExtend(variables, other);
                }
            }
        }
    }

    private void TryExtend(int[] variables, int variable)
    {
        if (Array.IndexOf(variables, variable) < 0)
        {
            int[] extended = [.. variables, variable];
            Array.Sort(extended);
            TryAdd(extended);
        }
    }

    private void TryAdd(int[] variables)
    {
        var count = Pattern.CountStates(task, variables, options.MaximumStates);
        if (count > options.MaximumStates || states + count > options.MaximumCollectionStates || !seen.Add(string.Join(' ', variables)))
        {
            return;
        }

        states += count;
        found.Add(new Pattern(task, variables));
    }
}
