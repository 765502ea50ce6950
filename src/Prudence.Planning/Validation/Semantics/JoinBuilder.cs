namespace Prudence.Planning.Validation.Semantics;

/// <summary>Takes formulas apart into the conjuncts of a join.</summary>
internal static class JoinBuilder
{
    /// <param name="slots">The slots to find values for.</param>
    /// <param name="ranges">Their types.</param>
    /// <param name="body">The formula.</param>
    /// <param name="wanted">The value it must have.</param>
    /// <param name="mergeInner">
    /// Whether inner existential variables become slots of the same join. Then the same values of the outer slots may come up more than once.
    /// </param>
    public static Join Build(int[] slots, ObjectSet[] ranges, Formula body, bool wanted, bool mergeInner)
    {
        var allSlots = new List<int>(slots);
        var allRanges = new List<ObjectSet>(ranges);
        var (formulas, values) = (new List<Formula>(), new List<bool>());
        Collect(body, wanted);
        return Create([.. allSlots], [.. allRanges], formulas, values);

        void Collect(Formula formula, bool value)
        {
            switch (formula)
            {
                case NotFormula negation:
                    Collect(negation.Operand, !value);
                    break;
                case JunctionFormula junction when junction.IsConjunction == value:
                    foreach (var operand in junction.Operands)
                    {
                        Collect(operand, value);
                    }

                    break;
                case QuantifierFormula quantifier when mergeInner && quantifier.IsUniversal != value:
                    allSlots.AddRange(quantifier.Slots);
                    allRanges.AddRange(quantifier.Ranges);
                    Collect(quantifier.Body, value);
                    break;
                default:
                    formulas.Add(formula);
                    values.Add(value);
                    break;
            }
        }
    }

    public static Join Create(int[] slots, ObjectSet[] ranges, List<Formula> formulas, List<bool> values)
    {
        var conjuncts = new Conjunct[formulas.Count];
        for (var i = 0; i < conjuncts.Length; i++)
        {
            var used = new HashSet<int>();
            CollectSlots(formulas[i], used);
            conjuncts[i] = new Conjunct(formulas[i], values[i], Array.FindAll(slots, used.Contains));
        }

        return new Join(slots, ranges, conjuncts);
    }

    public static void CollectSlots(Formula formula, HashSet<int> slots)
    {
        switch (formula)
        {
            case AtomFormula atom:
                AddSlots(atom.Terms, slots);
                break;
            case EqualityFormula equality:
                AddSlots([equality.Left, equality.Right], slots);
                break;
            case NotFormula negation:
                CollectSlots(negation.Operand, slots);
                break;
            case JunctionFormula junction:
                foreach (var operand in junction.Operands)
                {
                    CollectSlots(operand, slots);
                }

                break;
            case QuantifierFormula quantifier:
                CollectSlots(quantifier.Body, slots);
                break;
            default:
                throw new InvalidOperationException($"unknown formula {formula.GetType().Name}");
        }
    }

    private static void AddSlots(ReadOnlySpan<int> terms, HashSet<int> slots)
    {
        foreach (var term in terms)
        {
            if (term >= 0)
            {
                slots.Add(term);
            }
        }
    }
}
