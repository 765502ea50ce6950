using Prudence.Planning.Language;

namespace Prudence.Planning.Validation;

/// <summary>Adds the derived atoms of a state: stratum by stratum, each to its least fixpoint.</summary>
internal sealed class DerivationRules
{
    private readonly DerivedPredicate[][] strata;
    private readonly HashSet<string> derived;

    private DerivationRules(DerivedPredicate[][] strata, HashSet<string> derived)
    {
        this.strata = strata;
        this.derived = derived;
    }

    /// <summary>Orders the rules of a domain; null if a predicate depends on its own negation.</summary>
    public static DerivationRules? Create(PddlDomain domain)
    {
        var derived = domain.DerivedPredicates.Select(rule => rule.Predicate).ToHashSet(StringComparer.Ordinal);
        var layers = derived.ToDictionary(name => name, _ => 0, StringComparer.Ordinal);
        for (var changed = true; changed;)
        {
            changed = false;
            foreach (var rule in domain.DerivedPredicates)
            {
                var layer = layers[rule.Predicate];
                foreach (var (predicate, negated) in Uses(rule.Condition, false))
                {
                    if (layers.TryGetValue(predicate, out var below))
                    {
                        layer = Math.Max(layer, negated ? below + 1 : below);
                    }
                }

                if (layer > derived.Count)
                {
                    return null;
                }

                changed |= layer != layers[rule.Predicate];
                layers[rule.Predicate] = layer;
            }
        }

        var groups = domain.DerivedPredicates.GroupBy(rule => layers[rule.Predicate]).OrderBy(group => group.Key);
        return new DerivationRules([.. groups.Select(group => group.ToArray())], derived);
    }

    /// <summary>Replaces the derived atoms of a state by those that follow from the others.</summary>
    public void Apply(AtomStore state, ConditionEvaluator evaluator, ObjectTable objects)
    {
        foreach (var predicate in derived)
        {
            state.Clear(predicate);
        }

        foreach (var stratum in strata)
        {
            for (var changed = true; changed;)
            {
                changed = false;
                foreach (var rule in stratum)
                {
                    changed |= Fire(rule, state, evaluator, objects);
                }
            }
        }
    }

    private static bool Fire(DerivedPredicate rule, AtomStore state, ConditionEvaluator evaluator, ObjectTable objects)
    {
        var bindings = new Bindings(objects);
        var news = new List<Atom>();
        evaluator.Enumerate(rule.Parameters, rule.Condition, true, bindings, () =>
        {
            var arguments = new int[rule.Parameters.Length];
            for (var i = 0; i < arguments.Length; i++)
            {
                arguments[i] = bindings.At(i);
            }

            news.Add(new Atom(rule.Predicate, arguments));
            return false;
        });
        var changed = false;
        foreach (var atom in news)
        {
            changed |= state.Add(atom);
        }

        return changed;
    }

    private static IEnumerable<(string Predicate, bool Negated)> Uses(Condition condition, bool negated) => condition switch
    {
        AtomCondition atom => [(atom.Predicate, negated)],
        NotCondition negation => Uses(negation.Operand, !negated),
        AndCondition conjunction => conjunction.Operands.SelectMany(operand => Uses(operand, negated)),
        OrCondition disjunction => disjunction.Operands.SelectMany(operand => Uses(operand, negated)),
        ImplyCondition imply => Uses(imply.Antecedent, !negated).Concat(Uses(imply.Consequent, negated)),
        ForAllCondition all => Uses(all.Body, negated),
        ExistsCondition some => Uses(some.Body, negated),
        _ => [],
    };
}
