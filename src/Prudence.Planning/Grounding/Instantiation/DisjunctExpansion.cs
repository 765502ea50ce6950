namespace Prudence.Planning.Grounding.Instantiation;

/// <summary>
/// Brings ground conditions into disjunctive normal form. Where that would give more than a certain number of disjuncts, the widest
/// disjunctions are replaced by atoms with rules.
/// </summary>
internal sealed class DisjunctExpansion(RuleStore rules)
{
    private const int MaxDisjuncts = 64;

    /// <summary>The disjuncts, as sorted sets of literals; none if the condition cannot hold.</summary>
    /// <param name="condition">The condition.</param>
    /// <param name="isForRules">True if a single disjunction may be as wide as it is, because each disjunct becomes a rule anyway.</param>
    public List<int[]> Expand(GroundConjunction condition, bool isForRules)
    {
        var common = LiteralSets.Union(condition.Literals.Span, []);
        if (common is null)
        {
            return [];
        }

        var parts = new List<List<int[]>>(condition.Disjunctions.Count);
        foreach (var disjunction in condition.Disjunctions)
        {
            var options = Options(disjunction, common);
            if (options.Count == 0)
            {
                return [];
            }

            if (options.Count == 1)
            {
                common = LiteralSets.Union(common, options[0])!;
            }
            else
            {
                parts.Add(options);
            }
        }

        return Multiply(common, parts, isForRules);
    }

    /// <summary>Expands to plain literals: every remaining disjunction becomes an atom with rules. Null if the condition cannot hold.</summary>
    public int[]? ToLiterals(GroundConjunction condition)
    {
        var common = LiteralSets.Union(condition.Literals.Span, []);
        foreach (var disjunction in condition.Disjunctions)
        {
            if (common is null)
            {
                return null;
            }

            var options = Options(disjunction, common);
            if (options.Count == 0)
            {
                return null;
            }

            common = LiteralSets.Union(common, options.Count == 1 ? options[0] : [rules.AtomFor(options)]);
        }

        return common;
    }

    /// <summary>The disjuncts of a disjunction that agree with what must hold anyway; a single empty one if it adds nothing to that.</summary>
    private List<int[]> Options(List<GroundConjunction> disjunction, int[] common)
    {
        var options = new List<int[]>(disjunction.Count);
        foreach (var disjunct in disjunction)
        {
            foreach (var option in Expand(disjunct, isForRules: false))
            {
                if (LiteralSets.IsSubset(option, common))
                {
                    return [[]];
                }

                if (LiteralSets.Union(option, common) is not null)
                {
                    options.Add(option);
                }
            }
        }

        LiteralSets.Absorb(options);
        return options;
    }

    private List<int[]> Multiply(int[] common, List<List<int[]>> parts, bool isForRules)
    {
        parts.Sort(static (left, right) => left.Count.CompareTo(right.Count));
        List<int[]> product = [common];
        foreach (var options in parts)
        {
            var isWide = (long)product.Count * options.Count > MaxDisjuncts && !(isForRules && product.Count == 1);
            List<int[]> factor = isWide ? [[rules.AtomFor(options)]] : options;
            var next = new List<int[]>(product.Count * factor.Count);
            foreach (var left in product)
            {
                foreach (var right in factor)
                {
                    if (LiteralSets.Union(left, right) is { } both)
                    {
                        next.Add(both);
                    }
                }
            }

            product = next;
        }

        LiteralSets.Absorb(product);
        return product;
    }
}
