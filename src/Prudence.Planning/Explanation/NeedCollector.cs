using Prudence.Planning.Language;
using Prudence.Planning.Validation.Execution;
using Prudence.Planning.Validation.Semantics;

namespace Prudence.Planning.Explanation;

/// <summary>
/// Finds facts that are enough for a condition to hold (or not to hold) in a state. Of several alternatives the first is taken. A derived
/// fact stands in the answer together with the facts it follows from.
/// </summary>
internal sealed class NeedCollector(PddlDomain domain, TaskSemantics task, FormulaEvaluator evaluator)
{
    /// <summary>Derivations are searched with backtracking; after so many steps a derived fact stands for itself.</summary>
    private const int MaximumEffort = 20_000;

    private readonly HashSet<string> changeable = ChangeablePredicates.Of(domain);
    private readonly ILookup<Relation, DerivationRule> rules = task.Derivations.Rules.ToLookup(static rule => rule.Head);
    private readonly Dictionary<(QuantifierFormula Quantifier, bool Wanted), Join> joins = [];
    private readonly HashSet<Fact> open = [];
    private readonly List<Fact> needs = [];
    private int effort;

    /// <summary>The facts, without those that nothing can change.</summary>
    public IReadOnlyList<Fact> Collect(Formula formula, int[] frame)
    {
        needs.Clear();
        effort = 0;
        Visit(formula, wanted: true, frame);
        return needs.Distinct().ToList();
    }

    /// <summary>Adds what makes the formula have the wanted value; false, with nothing added, if that would be a circle of derived facts.</summary>
    private bool Visit(Formula formula, bool wanted, int[] frame) => formula switch
    {
        AtomFormula atom => VisitAtom(new Fact(atom.Relation, atom.RowOrNew(frame), wanted)),
        NotFormula negation => Visit(negation.Operand, !wanted, frame),
        JunctionFormula junction => junction.IsConjunction == wanted ? VisitAll(junction, wanted, frame) : VisitAny(junction, wanted, frame),
        QuantifierFormula quantifier => VisitQuantified(quantifier, wanted, frame),
        _ => true,
    };

    private bool VisitAll(JunctionFormula junction, bool wanted, int[] frame)
    {
        var before = needs.Count;
        foreach (var operand in junction.Operands)
        {
            if (!Visit(operand, wanted, frame))
            {
                Forget(before);
                return false;
            }
        }

        return true;
    }

    private bool VisitAny(JunctionFormula junction, bool wanted, int[] frame)
    {
        foreach (var operand in junction.Operands)
        {
            if (evaluator.Holds(operand, frame) == wanted && Visit(operand, wanted, frame))
            {
                return true;
            }
        }

        return false;
    }

    private bool VisitQuantified(QuantifierFormula quantifier, bool wanted, int[] frame)
    {
        var before = needs.Count;
        var needsAll = quantifier.IsUniversal == wanted;
        var isGood = needsAll;
        evaluator.Enumerate(JoinOf(quantifier, wanted), frame, () =>
        {
            isGood = Visit(quantifier.Body, wanted, frame);
            return isGood != needsAll;
        });
        if (!isGood)
        {
            Forget(before);
        }

        return isGood;
    }

    /// <summary>The join leaves inner variables alone: the visit of the body gives them values of its own.</summary>
    private Join JoinOf(QuantifierFormula quantifier, bool wanted)
    {
        if (!joins.TryGetValue((quantifier, wanted), out var join))
        {
            join = JoinBuilder.Build(quantifier.Slots, quantifier.Ranges, quantifier.Body, wanted, mergeInner: false);
            joins.Add((quantifier, wanted), join);
        }

        return join;
    }

    private bool VisitAtom(Fact fact)
    {
        if (!changeable.Contains(fact.Relation.Name))
        {
            return true;
        }

        var before = needs.Count;
        needs.Add(fact);
        if (!fact.Relation.IsDerived || ++effort > MaximumEffort)
        {
            return true;
        }

        // A fact must not support itself; that it does not hold may well be a circle.
        if (!open.Add(fact))
        {
            needs.RemoveAt(before);
            return !fact.IsTrue;
        }

        var isGood = fact.IsTrue ? VisitSomeRule(fact) : VisitAllRules(fact);
        open.Remove(fact);
        if (!isGood)
        {
            Forget(before);
        }

        return isGood;
    }

    private bool VisitSomeRule(Fact fact) => rules[fact.Relation].Any(rule =>
        Bind(rule, fact) is { } frame && evaluator.Holds(rule.Body, frame) && Visit(rule.Body, true, frame));

    private bool VisitAllRules(Fact fact) => rules[fact.Relation].All(rule => Bind(rule, fact) is not { } frame || Visit(rule.Body, false, frame));

    /// <summary>A frame with the rule's parameters bound to the atom's objects; null if one is not of the parameter's type.</summary>
    private static int[]? Bind(DerivationRule rule, Fact fact)
    {
        var frame = new int[rule.FrameSize];
        var tuple = fact.Relation.Tuple(fact.Row);
        for (var i = 0; i < tuple.Length; i++)
        {
            if (!rule.Ranges[i].Contains(tuple[i]))
            {
                return null;
            }

            frame[rule.Slots[i]] = tuple[i];
        }

        return frame;
    }

    private void Forget(int before) => needs.RemoveRange(before, needs.Count - before);
}
