using Prudence.Planning.Grounding.Reachability;
using Prudence.Planning.Tasks;

namespace Prudence.Planning.Grounding.Estimation;

/// <summary>How many solutions a rule can have, judged by its static literals.</summary>
/// <param name="UpperBound">Never exceeded.</param>
/// <param name="Expected">With average numbers of matches.</param>
internal readonly record struct RuleSize(double UpperBound, double Expected)
{
    /// <summary>Covers the variables one static literal after the other, the one that multiplies least first, and the rest by their domains.</summary>
    public static RuleSize Of(JoinRule rule)
    {
        var isBound = new bool[rule.Values.Length];
        IntSequences.Mark(isBound, rule.VariableCount, rule.Values.Length - rule.VariableCount);
        var size = new RuleSize(1, 1);
        while (Best(rule, isBound) is { } best)
        {
            size = new RuleSize(size.UpperBound * best.Degree.UpperBound, size.Expected * best.Degree.Expected);
            foreach (var slot in best.Literal.Slots)
            {
                isBound[slot] = true;
            }
        }

        for (var slot = 0; slot < rule.VariableCount; slot++)
        {
            if (!isBound[slot] && IsHead(rule, slot))
            {
                var count = rule.Domains[slot]!.Count;
                size = new RuleSize(size.UpperBound * count, size.Expected * count);
            }
        }

        return size;
    }

    private static (JoinLiteral Literal, RuleSize Degree)? Best(JoinRule rule, bool[] isBound)
    {
        (JoinLiteral, RuleSize)? best = null;
        var bestGain = 1.0;
        foreach (var literal in rule.Body)
        {
            if (!literal.Relation.IsComplete)
            {
                continue;
            }

            var domains = 1.0;
            for (var slot = 0; slot < rule.VariableCount; slot++)
            {
                if (!isBound[slot] && IsHead(rule, slot) && IntSequences.Contains(literal.Slots, slot))
                {
                    domains *= rule.Domains[slot]!.Count;
                }
            }

            if (domains > 1)
            {
                var degree = Degree(literal, rule, isBound);
                if (degree.UpperBound / domains < bestGain)
                {
                    bestGain = degree.UpperBound / domains;
                    best = (literal, degree);
                }
            }
        }

        return best;
    }

    /// <summary>The largest and the average number of tuples that agree on the variables bound so far.</summary>
    private static RuleSize Degree(JoinLiteral literal, JoinRule rule, bool[] isBound)
    {
        var key = new List<int>();
        for (var position = 0; position < literal.Slots.Length; position++)
        {
            if (isBound[literal.Slots[position]])
            {
                key.Add(position);
            }
        }

        var groups = new TupleSet(key.Count);
        var sizes = new IntBuffer();
        var (largest, total) = (0, 0);
        var projected = new int[key.Count];
        for (var id = 0; id < literal.Relation.Tuples.Count; id++)
        {
            var tuple = literal.Relation.Tuples[id];
            if (!Fits(literal, rule, tuple))
            {
                continue;
            }

            for (var i = 0; i < projected.Length; i++)
            {
                projected[i] = tuple[key[i]];
            }

            if (groups.TryAdd(projected, out var group))
            {
                sizes.Add(0);
            }

            sizes[group]++;
            largest = Math.Max(largest, sizes[group]);
            total++;
        }

        return new RuleSize(largest, (double)total / Math.Max(1, groups.Count));
    }

    private static bool Fits(JoinLiteral literal, JoinRule rule, ReadOnlySpan<int> tuple)
    {
        for (var position = 0; position < tuple.Length; position++)
        {
            var slot = literal.Slots[position];
            if (slot >= rule.VariableCount ? rule.Values[slot] != tuple[position] : !rule.Domains[slot]!.Contains(tuple[position]))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsHead(JoinRule rule, int slot) => IntSequences.Contains(rule.Heads[0].Slots, slot);
}
