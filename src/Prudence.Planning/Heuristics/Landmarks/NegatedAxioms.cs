using Prudence.Planning.Heuristics.Relaxation;
using Prudence.Planning.Tasks;

namespace Prudence.Planning.Heuristics.Landmarks;

/// <summary>
/// Which derived variables are followed when they fall back to their default value: those that something needs there, unless they are on a
/// cycle of axioms. Such a variable has its default value where every axiom for it is blocked, and an axiom is blocked where a variable of its
/// body has another value than it asks for.
/// </summary>
internal sealed class NegatedAxioms
{
    // Blocking is spelt out value by value; with more values than this in all, no default value is followed.
    private const long MostBlockers = 5_000_000;

    private readonly PlanningTask task;
    private readonly DerivedDependencies dependencies;
    private readonly bool[] isFollowed;

    public NegatedAxioms(PlanningTask task)
    {
        this.task = task;
        dependencies = new DerivedDependencies(task);
        isFollowed = CountBlockers() <= MostBlockers ? dependencies.NeededDefaults() : new bool[task.Variables.Length];
        for (var variable = 0; variable < isFollowed.Length; variable++)
        {
            isFollowed[variable] &= !dependencies.IsCyclic(variable);
        }
    }

    /// <summary>The axioms to be blocked for a variable.</summary>
    public ReadOnlySpan<int> RulesOf(int variable) => dependencies.RulesOf(variable);

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

    private long CountBlockers()
    {
        var count = 0L;
        foreach (var fact in task.Axioms.Bodies.Items)
        {
            count += task.Variables[task.FactVariables[fact]].DomainSize - 1;
        }

        return count;
    }
}
