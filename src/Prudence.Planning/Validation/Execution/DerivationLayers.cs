using Prudence.Planning.Language;
using Prudence.Planning.Validation.Semantics;

namespace Prudence.Planning.Validation.Execution;

/// <summary>
/// Orders rules into layers, so that what a rule negates is complete before the rule is used (stratification), and keeps the derived
/// atoms of the present state. They are computed when they are asked for, from the lowest layer on that a change may have touched.
/// </summary>
internal sealed class DerivationLayers
{
    private readonly List<LayerFixpoint> layers = [];
    private int firstStale;

    private DerivationLayers(IReadOnlyList<DerivationRule> rules) => Rules = rules;

    public IReadOnlyList<DerivationRule> Rules { get; }

    /// <summary>Resolves and orders the rules of a domain; null if a predicate depends on its own negation.</summary>
    public static DerivationLayers? Create(PddlDomain domain, RelationTable relations, FormulaEvaluator evaluator)
    {
        foreach (var source in domain.DerivedPredicates)
        {
            relations.Relation(source.Predicate, source.Parameters.Length).Layer = 0;
        }

        var rules = new List<DerivationRule>();
        foreach (var source in domain.DerivedPredicates)
        {
            rules.Add(new DerivationRule(source, relations));
        }

        var answer = new DerivationLayers(rules);
        if (!answer.AssignLayers())
        {
            return null;
        }

        foreach (var rule in rules)
        {
            while (answer.layers.Count <= rule.Head.Layer)
            {
                answer.layers.Add(new LayerFixpoint(answer.layers.Count, evaluator));
            }

            answer.layers[rule.Head.Layer].Add(rule);
            MarkDependents(rule.Body, rule.Head.Layer);
        }

        return answer;
    }

    /// <summary>Notes that atoms of a predicate have changed.</summary>
    public void Changed(Relation relation) => firstStale = Math.Min(firstStale, relation.FirstDependentLayer);

    /// <summary>Brings the derived atoms up to date.</summary>
    public void Refresh()
    {
        for (var layer = firstStale; layer < layers.Count; layer++)
        {
            layers[layer].Clear();
        }

        for (; firstStale < layers.Count; firstStale++)
        {
            layers[firstStale].Compute();
        }
    }

    private bool AssignLayers()
    {
        for (var changed = true; changed;)
        {
            changed = false;
            foreach (var rule in Rules)
            {
                var layer = LowestLayer(rule.Body, true, rule.Head.Layer);
                if (layer > Rules.Count)
                {
                    return false;
                }

                changed |= layer != rule.Head.Layer;
                rule.Head.Layer = layer;
            }
        }

        return true;
    }

    /// <summary>The lowest layer in which a rule with this body may stand, at least <paramref name="layer"/>.</summary>
    private static int LowestLayer(Formula body, bool positive, int layer)
    {
        switch (body)
        {
            case AtomFormula { Relation: { IsDerived: true } used }:
                return Math.Max(layer, positive ? used.Layer : used.Layer + 1);
            case NotFormula negation:
                return LowestLayer(negation.Operand, !positive, layer);
            case JunctionFormula junction:
                foreach (var operand in junction.Operands)
                {
                    layer = LowestLayer(operand, positive, layer);
                }

                return layer;
            case QuantifierFormula quantifier:
                return LowestLayer(quantifier.Body, positive, layer);
            default:
                return layer;
        }
    }

    private static void MarkDependents(Formula body, int layer)
    {
        switch (body)
        {
            case AtomFormula atom:
                atom.Relation.FirstDependentLayer = Math.Min(atom.Relation.FirstDependentLayer, layer);
                break;
            case NotFormula negation:
                MarkDependents(negation.Operand, layer);
                break;
            case JunctionFormula junction:
                foreach (var operand in junction.Operands)
                {
                    MarkDependents(operand, layer);
                }

                break;
            case QuantifierFormula quantifier:
                MarkDependents(quantifier.Body, layer);
                break;
            default:
                break;
        }
    }
}
