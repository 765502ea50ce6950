namespace Prudence.Planning.Validation.Semantics;

/// <summary>
/// Splits the body of a rule into alternatives, each a conjunction: only a rule of that form can be driven by the atoms that are new.
/// Disjunctions that would lead to too many alternatives stay whole.
/// </summary>
internal static class RuleAlternatives
{
    private const int Most = 32;

    public static IReadOnlyList<Join> Split(int[] slots, ObjectSet[] ranges, Formula body)
    {
        var inner = new List<QuantifierFormula>();
        var joins = new List<Join>();
        foreach (var alternative in Expand(body, true, inner))
        {
            if (Close(slots, ranges, alternative, inner) is { } join)
            {
                joins.Add(join);
            }
        }

        return joins;
    }

    /// <summary>Adds the inner variables that occur; null if another one has no value at all.</summary>
    private static Join? Close(int[] slots, ObjectSet[] ranges, Alternative alternative, List<QuantifierFormula> inner)
    {
        var used = new HashSet<int>();
        foreach (var formula in alternative.Formulas)
        {
            JoinBuilder.CollectSlots(formula, used);
        }

        var (allSlots, allRanges) = (new List<int>(slots), new List<ObjectSet>(ranges));
        foreach (var quantifier in inner)
        {
            if (!alternative.Quantifiers.Contains(quantifier))
            {
                continue;
            }

            for (var i = 0; i < quantifier.Slots.Length; i++)
            {
                if (used.Contains(quantifier.Slots[i]))
                {
                    allSlots.Add(quantifier.Slots[i]);
                    allRanges.Add(quantifier.Ranges[i]);
                }
                else if (quantifier.Ranges[i].Objects.Length == 0)
                {
                    return null;
                }
            }
        }

        return JoinBuilder.Create([.. allSlots], [.. allRanges], alternative.Formulas, alternative.Values);
    }

    private static List<Alternative> Expand(Formula formula, bool wanted, List<QuantifierFormula> inner)
    {
        switch (formula)
        {
            case NotFormula negation:
                return Expand(negation.Operand, !wanted, inner);
            case QuantifierFormula quantifier when quantifier.IsUniversal != wanted:
                inner.Add(quantifier);
                var bodies = Expand(quantifier.Body, wanted, inner);
                foreach (var body in bodies)
                {
                    body.Quantifiers.Add(quantifier);
                }

                return bodies;
            case JunctionFormula junction when junction.IsConjunction == wanted:
                return Product(junction, wanted, inner);
            case JunctionFormula junction when junction.Operands.Length <= Most:
                var union = new List<Alternative>();
                foreach (var operand in junction.Operands)
                {
                    union.AddRange(Expand(operand, wanted, inner));
                }

                return union.Count <= Most ? union : [Alternative.Of(formula, wanted)];
            default:
                return [Alternative.Of(formula, wanted)];
        }
    }

    private static List<Alternative> Product(JunctionFormula junction, bool wanted, List<QuantifierFormula> inner)
    {
        var product = new List<Alternative> { new() };
        foreach (var operand in junction.Operands)
        {
            var factors = Expand(operand, wanted, inner);
            if (product.Count * factors.Count > Most)
            {
                factors = [Alternative.Of(operand, wanted)];
            }

            var longer = new List<Alternative>(product.Count * factors.Count);
            foreach (var left in product)
            {
                foreach (var right in factors)
                {
                    longer.Add(left.And(right));
                }
            }

            product = longer;
        }

        return product;
    }

    private sealed class Alternative
    {
        public List<Formula> Formulas { get; } = [];

        public List<bool> Values { get; } = [];

        public HashSet<QuantifierFormula> Quantifiers { get; } = [];

        public static Alternative Of(Formula formula, bool wanted)
        {
            var alternative = new Alternative();
            alternative.Formulas.Add(formula);
            alternative.Values.Add(wanted);
            return alternative;
        }

        public Alternative And(Alternative other)
        {
            var both = new Alternative();
            foreach (var part in new[] { this, other })
            {
                both.Formulas.AddRange(part.Formulas);
                both.Values.AddRange(part.Values);
                both.Quantifiers.UnionWith(part.Quantifiers);
            }

            return both;
        }
    }
}
