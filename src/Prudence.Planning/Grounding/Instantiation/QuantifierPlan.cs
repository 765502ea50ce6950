using Prudence.Planning.Grounding.Reachability;
using Prudence.Planning.Tasks;

namespace Prudence.Planning.Grounding.Instantiation;

/// <summary>
/// Runs through the values of quantified parameters that can matter. An existential body that asks for an atom is tried only where that
/// atom is reachable; a universal body that holds unless some atom does, likewise. The enclosing parameters have their values.
/// </summary>
internal sealed class QuantifierPlan
{
    private readonly JoinPlan join;
    private readonly int first;
    private readonly int[] ownSlots;
    private readonly int[] outerSlots;

    private QuantifierPlan(JoinPlan join, int first, int[] ownSlots, int[] outerSlots)
    {
        this.join = join;
        this.first = first;
        this.ownSlots = ownSlots;
        this.outerSlots = outerSlots;
    }

    /// <summary>Plans a quantifier; null if no values can matter.</summary>
    /// <param name="program">The relations, all complete.</param>
    /// <param name="task">The task.</param>
    /// <param name="first">The number of the first quantified parameter.</param>
    /// <param name="types">The type sets of the quantified parameters.</param>
    /// <param name="guards">The parts of a conjunctive body, or the negated parts of a disjunctive one.</param>
    public static QuantifierPlan? Create(
        RelaxedProgram program, LiftedTask task, int first, int[] types, List<LiftedLiteral> guards)
    {
        var objectCount = task.ObjectNames.Length;
        var everything = new ObjectSet(IntSequences.Below(objectCount), objectCount);
        var domains = new ObjectSet[first + types.Length];
        for (var i = 0; i < domains.Length; i++)
        {
            domains[i] = i < first ? everything : program.TypeDomains[types[i - first]];
        }

        var rule = new JoinRuleBuilder(domains, objectCount);
        foreach (var guard in guards)
        {
            if (!guard.IsNegated || task.Predicates[guard.Atom.Predicate].IsStatic)
            {
                rule.AddLiteral(program.Predicates[guard.Atom.Predicate], guard.Atom.Arguments, guard.IsNegated);
            }
        }

        var own = IntSequences.Below(types.Length);
        for (var i = 0; i < own.Length; i++)
        {
            own[i] += first;
        }

        var solutions = new Relation(types.Length, isStatic: false, isSet: false, objectCount);
        rule.AddHead(solutions, own);
        rule.AddHead(solutions, IntSequences.Below(first));
        if (rule.Build() is not { } built)
        {
            return null;
        }

        var outerSlots = built.Heads[1].Slots;
        return new QuantifierPlan(JoinPlanner.Plan(built, -1, outerSlots), first, built.Heads[0].Slots, outerSlots);
    }

    /// <summary>Puts the first values into <paramref name="arguments"/>; false if there are none.</summary>
    public bool Start(int[] arguments)
    {
        for (var i = 0; i < outerSlots.Length; i++)
        {
            join.Values[outerSlots[i]] = arguments[i];
        }

        return join.Start(-1) && Store(arguments);
    }

    /// <summary>Puts the next values into <paramref name="arguments"/>; false if there are none.</summary>
    public bool MoveNext(int[] arguments) => join.MoveNext() && Store(arguments);

    private bool Store(int[] arguments)
    {
        for (var i = 0; i < ownSlots.Length; i++)
        {
            arguments[first + i] = join.Values[ownSlots[i]];
        }

        return true;
    }
}
