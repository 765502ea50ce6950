using Prudence.Planning.Language;
using Prudence.Planning.Validation;

namespace Prudence.Planning.Explanation;

/// <summary>
/// Finds facts that are enough for a condition to hold (or not to hold) in a state. Of several alternatives the first is taken. A derived
/// fact stands in the answer together with the facts it follows from.
/// </summary>
internal sealed class NeedCollector(PddlDomain domain, ConditionEvaluator evaluator, ObjectTable objects)
{
    /// <summary>Derivations are searched with backtracking; after so many steps a derived fact stands for itself.</summary>
    private const int MaximumEffort = 20_000;

    private readonly HashSet<string> changeable = Changeable(domain);
    private readonly ILookup<string, DerivedPredicate> rules = domain.DerivedPredicates.ToLookup(static rule => rule.Predicate, StringComparer.Ordinal);
    private readonly HashSet<(Atom Atom, bool IsTrue)> open = [];
    private readonly List<(Atom Atom, bool IsTrue)> needs = [];
    private int effort;

    /// <summary>The facts, without those that nothing can change.</summary>
    public IReadOnlyList<(Atom Atom, bool IsTrue)> Collect(Condition condition, Bindings bindings)
    {
        needs.Clear();
        effort = 0;
        Visit(condition, wanted: true, bindings);
        return needs.Distinct().ToList();
    }

    /// <summary>Adds what makes the condition have the wanted value; false, with nothing added, if that would be a circle of derived facts.</summary>
    private bool Visit(Condition condition, bool wanted, Bindings bindings) => condition switch
    {
        AtomCondition atom => VisitAtom(bindings.Atom(atom.Predicate, atom.Arguments), wanted),
        EqualityCondition => true,
        NotCondition negation => Visit(negation.Operand, !wanted, bindings),
        AndCondition conjunction => wanted ? VisitAll(conjunction.Operands, true, bindings) : VisitAny(conjunction.Operands, false, bindings),
        OrCondition disjunction => wanted ? VisitAny(disjunction.Operands, true, bindings) : VisitAll(disjunction.Operands, false, bindings),
        ImplyCondition imply => Visit(
            new OrCondition([new NotCondition(imply.Antecedent, imply.Position), imply.Consequent], imply.Position), wanted, bindings),
        ForAllCondition all => VisitQuantified(all.Parameters, all.Body, wanted, needsAll: wanted, bindings),
        ExistsCondition some => VisitQuantified(some.Parameters, some.Body, wanted, needsAll: !wanted, bindings),
        _ => true,
    };

    private bool VisitAll(IReadOnlyList<Condition> operands, bool wanted, Bindings bindings)
    {
        var before = needs.Count;
        foreach (var operand in operands)
        {
            if (!Visit(operand, wanted, bindings))
            {
                needs.RemoveRange(before, needs.Count - before);
                return false;
            }
        }

        return true;
    }

    private bool VisitAny(IReadOnlyList<Condition> operands, bool wanted, Bindings bindings)
    {
        foreach (var operand in operands)
        {
            if (evaluator.Holds(operand, bindings) == wanted && Visit(operand, wanted, bindings))
            {
                return true;
            }
        }

        return false;
    }

    private bool VisitQuantified(IReadOnlyList<Parameter> parameters, Condition body, bool wanted, bool needsAll, Bindings bindings)
    {
        var before = needs.Count;
        var isGood = needsAll;
        evaluator.Enumerate([.. parameters], body, wanted, bindings, () =>
        {
            isGood = Visit(body, wanted, bindings);
            return isGood != needsAll;
        });
        if (!isGood)
        {
            needs.RemoveRange(before, needs.Count - before);
        }

        return isGood;
    }

    private bool VisitAtom(Atom atom, bool wanted)
    {
        if (!changeable.Contains(atom.Predicate))
        {
            return true;
        }

        var before = needs.Count;
        needs.Add((atom, wanted));
        if (!rules.Contains(atom.Predicate) || ++effort > MaximumEffort)
        {
            return true;
        }

        // A fact must not support itself; that it does not hold may well be a circle.
        if (!open.Add((atom, wanted)))
        {
            needs.RemoveAt(before);
            return !wanted;
        }

        var isGood = wanted ? VisitSomeRule(atom) : VisitAllRules(atom);
        open.Remove((atom, wanted));
        if (!isGood)
        {
            needs.RemoveRange(before, needs.Count - before);
        }

        return isGood;
    }

    private bool VisitSomeRule(Atom atom) => rules[atom.Predicate].Any(rule =>
    {
        var bindings = Bind(rule, atom);
        return bindings is not null && evaluator.Holds(rule.Condition, bindings) && Visit(rule.Condition, true, bindings);
    });

    private bool VisitAllRules(Atom atom) => rules[atom.Predicate].All(rule => Bind(rule, atom) is not { } bindings || Visit(rule.Condition, false, bindings));

    /// <summary>The rule's parameters bound to the atom's objects; null if one is not of the parameter's type.</summary>
    private Bindings? Bind(DerivedPredicate rule, Atom atom)
    {
        var bindings = new Bindings(objects);
        for (var i = 0; i < rule.Parameters.Length; i++)
        {
            if (!objects.Belongs(atom.Arguments[i], rule.Parameters[i].Type))
            {
                return null;
            }

            bindings.Push(rule.Parameters[i].Name, atom.Arguments[i]);
        }

        return bindings;
    }

    private static HashSet<string> Changeable(PddlDomain domain)
    {
        var predicates = domain.DerivedPredicates.Select(static rule => rule.Predicate).ToHashSet(StringComparer.Ordinal);
        foreach (var action in domain.Actions)
        {
            Add(action.Effect);
        }

        return predicates;

        void Add(Effect effect)
        {
            switch (effect)
            {
                case AtomEffect atom:
                    predicates.Add(atom.Predicate);
                    break;
                case AndEffect conjunction:
                    foreach (var operand in conjunction.Operands)
                    {
                        Add(operand);
                    }

                    break;
                case ForAllEffect all:
                    Add(all.Body);
                    break;
                case ConditionalEffect conditional:
                    Add(conditional.Body);
                    break;
                default:
                    break;
            }
        }
    }
}
