using Prudence.Planning.Tasks;

namespace Prudence.Planning.Heuristics.Landmarks;

/// <summary>
/// Which derived variables can be followed when they fall back to their default value: those in no cycle of axioms. Such a variable has its
/// default value where every axiom for it is blocked, and an axiom is blocked where a variable of its body has another value than it asks for.
/// Only default values that something depends on are followed.
/// </summary>
internal sealed class NegatedAxioms
{
    // Blocking is spelt out value by value; with more values than this in all, no default value is followed.
    private const long MostBlockers = 5_000_000;

    private readonly PlanningTask task;
    private readonly bool[] isFollowed;

    public NegatedAxioms(PlanningTask task)
    {
        this.task = task;
        var bodies = task.Axioms.Bodies;
        var rules = new List<int>[task.Variables.Length];
        for (var rule = 0; rule < task.Axioms.Count; rule++)
        {
            (rules[task.FactVariables[task.Axioms.Heads[rule]]] ??= []).Add(rule);
        }

        RulesOf = IntLists.From(Array.ConvertAll<List<int>, IReadOnlyList<int>>(rules, static list => list ?? []));
        isFollowed = new bool[task.Variables.Length];
        if (CountBlockers(bodies) <= MostBlockers)
        {
            FollowNeeded();
        }
    }

    /// <summary>The axioms for each variable.</summary>
    public IntLists RulesOf { get; }

    /// <summary>Whether the default value of a variable is followed.</summary>
    public bool IsFollowed(int variable) => isFollowed[variable];

    /// <summary>Whether a fact is the default value of a variable that is followed.</summary>
    public bool IsFollowedDefault(int fact)
    {
        var variable = task.FactVariables[fact];
        return isFollowed[variable] && task.FactValue(fact) == task.Variables[variable].DefaultValue;
    }

    /// <summary>Adds the facts that block an axiom: each other value of each variable in its body.</summary>
    public void CollectBlockers(int rule, List<int> result)
    {
        foreach (var fact in task.Axioms.Bodies[rule])
        {
            var variable = task.FactVariables[fact];
            for (var other = task.FactOffsets[variable]; other < task.FactOffsets[variable + 1]; other++)
            {
                if (other != fact)
                {
                    result.Add(other);
                }
            }
        }
    }

    private long CountBlockers(IntLists bodies)
    {
        var count = 0L;
        foreach (var fact in bodies.Items)
        {
            count += task.Variables[task.FactVariables[fact]].DomainSize - 1;
        }

        return count;
    }

    private void FollowNeeded()
    {
        var isCyclic = new DerivedCycles(task, RulesOf).Find();
        var open = new Stack<int>();
        Need(task.Goal);
        Need(task.Operators.Preconditions.Items);
        Need(task.Operators.EffectConditions.Items);
        Need(task.Axioms.Bodies.Items);
        var blockers = new List<int>();
        while (open.TryPop(out var variable))
        {
            foreach (var rule in RulesOf[variable])
            {
                blockers.Clear();
                CollectBlockers(rule, blockers);
                Need(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(blockers));
            }
        }

        void Need(ReadOnlySpan<int> facts)
        {
            foreach (var fact in facts)
            {
                var variable = task.FactVariables[fact];
                if (!isFollowed[variable]
                    && !isCyclic[variable]
                    && task.Variables[variable].IsDerived
                    && task.FactValue(fact) == task.Variables[variable].DefaultValue)
                {
                    isFollowed[variable] = true;
                    open.Push(variable);
                }
            }
        }
    }
}
