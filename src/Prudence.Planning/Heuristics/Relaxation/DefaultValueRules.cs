using Prudence.Planning.Grounding;
using Prudence.Planning.Tasks;

namespace Prudence.Planning.Heuristics.Relaxation;

/// <summary>
/// Rules that say when a derived variable keeps its default value, so that a delete relaxation can also reach negated derived atoms.
/// The negation of all rules of a variable is multiplied out into conjunctions. Where variables depend on each other in a cycle that would be
/// wrong (a rule may support itself), and where it would grow too large it would not pay: there the default value is taken to be free,
/// which overapproximates and so keeps dead ends and admissibility sound.
/// </summary>
internal static class DefaultValueRules
{
    /// <summary>Rules for those default values that goals, operators or other needed rules mention.</summary>
    public static RuleTable Build(PlanningTask task)
    {
        if (task.Axioms.Count == 0)
        {
            return RuleTable.Empty;
        }

        var dependencies = new DerivedDependencies(task);
        var heads = new IntBuffer();
        var bodies = new List<IReadOnlyList<int>>();
        var negation = new RuleNegation(task);
        var needed = dependencies.NeededDefaults();
        for (var variable = 0; variable < needed.Length; variable++)
        {
            if (!needed[variable])
            {
                continue;
            }

            var head = task.Fact(variable, task.Variables[variable].DefaultValue);
            var first = bodies.Count;
            if (dependencies.IsCyclic(variable) || !negation.TryNegate(dependencies.RulesOf(variable), bodies))
            {
                bodies.RemoveRange(first, bodies.Count - first);
                bodies.Add([]);
            }

            while (heads.Count < bodies.Count)
            {
                heads.Add(head);
            }
        }

        return new RuleTable { Heads = heads.ToArray(), Bodies = IntLists.From(bodies) };
    }
}
