using Prudence.Planning.Validation.Semantics;

namespace Prudence.Planning.Validation.Execution;

/// <summary>
/// Computes the least fixpoint of the rules of one layer semi-naively: after a first pass over all rules, only those joins are
/// looked at again in which a new atom can take part (Abiteboul, Hull and Vianu, Foundations of Databases, chapter 13).
/// </summary>
internal sealed class LayerFixpoint(int number, FormulaEvaluator evaluator)
{
    private readonly List<RuleAlternative> alternatives = [];
    private readonly List<RuleAlternative> opaque = [];
    private readonly List<Relation> heads = [];
    private readonly Dictionary<Relation, List<Trigger>> triggers = [];
    private readonly List<Relation> newRelations = [];
    private readonly List<int> newRows = [];

    public void Add(DerivationRule rule)
    {
        if (!heads.Contains(rule.Head))
        {
            heads.Add(rule.Head);
        }

        foreach (var join in rule.Alternatives)
        {
            var alternative = new RuleAlternative(rule, join, evaluator);
            alternatives.Add(alternative);
            AddTriggers(alternative);
        }
    }

    public void Clear()
    {
        foreach (var head in heads)
        {
            head.Clear();
        }
    }

    public void Compute()
    {
        foreach (var alternative in alternatives)
        {
            Accept(alternative, alternative.All());
        }

        var done = 0;
        do
        {
            for (; done < newRows.Count; done++)
            {
                Propagate(newRelations[done], newRows[done]);
            }

            foreach (var alternative in opaque)
            {
                Accept(alternative, alternative.All());
            }
        }
        while (done < newRows.Count);

        newRows.Clear();
        newRelations.Clear();
    }

    private void AddTriggers(RuleAlternative alternative)
    {
        var isOpaque = false;
        foreach (var conjunct in alternative.Join.Conjuncts)
        {
            if (conjunct.Generator is { } generator && generator.Relation.Layer == number)
            {
                if (!triggers.TryGetValue(generator.Relation, out var list))
                {
                    triggers.Add(generator.Relation, list = []);
                }

                list.Add(new Trigger(alternative, generator));
            }
            else if (conjunct.Generator is null)
            {
                isOpaque |= UsesThisLayer(conjunct.Formula);
            }
        }

        if (isOpaque)
        {
            opaque.Add(alternative);
        }
    }

    private bool UsesThisLayer(Formula formula) => formula switch
    {
        AtomFormula atom => atom.Relation.Layer == number,
        NotFormula negation => UsesThisLayer(negation.Operand),
        JunctionFormula junction => Array.Exists(junction.Operands, UsesThisLayer),
        QuantifierFormula quantifier => UsesThisLayer(quantifier.Body),
        _ => false,
    };

    private void Propagate(Relation relation, int row)
    {
        if (triggers.TryGetValue(relation, out var list))
        {
            foreach (var trigger in list)
            {
                Accept(trigger.Alternative, trigger.Alternative.From(trigger.Generator, row));
            }
        }
    }

    private void Accept(RuleAlternative alternative, List<int> rows)
    {
        foreach (var row in rows)
        {
            if (alternative.Head.Insert(row, step: 0))
            {
                newRelations.Add(alternative.Head);
                newRows.Add(row);
            }
        }
    }

    private sealed record Trigger(RuleAlternative Alternative, AtomFormula Generator);
}
