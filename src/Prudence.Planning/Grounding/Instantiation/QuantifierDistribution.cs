using System.Diagnostics.CodeAnalysis;

namespace Prudence.Planning.Grounding.Instantiation;

/// <summary>
/// Draws quantifiers inwards over the connective they distribute over: "some x: A and (B or C)" becomes "some x: A and B, or some x: A
/// and C", and its dual. Each part then has more atoms that say which values of x can matter.
/// </summary>
internal static class QuantifierDistribution
{
    private const int MaxParts = 8;

    public static bool TryDistribute(LiftedExists exists, [NotNullWhen(true)] out LiftedCondition[]? parts)
    {
        var alternatives = exists.Body is LiftedOr or
            ? or.Operands
            : exists.Body is LiftedAnd and ? MultiplyOut(and.Operands, overConjunction: true) : null;
        parts = null;
        if (alternatives is null || alternatives.Length > MaxParts)
        {
            return false;
        }

        parts = new LiftedCondition[alternatives.Length];
        for (var i = 0; i < parts.Length; i++)
        {
            parts[i] = exists with { Body = alternatives[i] };
        }

        return true;
    }

    public static bool TryDistribute(LiftedForAll all, [NotNullWhen(true)] out LiftedCondition[]? parts)
    {
        var clauses = all.Body is LiftedAnd and
            ? and.Operands
            : all.Body is LiftedOr or ? MultiplyOut(or.Operands, overConjunction: false) : null;
        parts = null;
        if (clauses is null || clauses.Length > MaxParts)
        {
            return false;
        }

        parts = new LiftedCondition[clauses.Length];
        for (var i = 0; i < parts.Length; i++)
        {
            parts[i] = all with { Body = clauses[i] };
        }

        return true;
    }

    /// <summary>Multiplies out the first operand that is a disjunction among conjuncts, or a conjunction among disjuncts; null if there is none.</summary>
    private static LiftedCondition[]? MultiplyOut(LiftedCondition[] operands, bool overConjunction)
    {
        for (var i = 0; i < operands.Length; i++)
        {
            var inner = overConjunction ? (operands[i] as LiftedOr)?.Operands : (operands[i] as LiftedAnd)?.Operands;
            if (inner is null)
            {
                continue;
            }

            var products = new LiftedCondition[inner.Length];
            for (var j = 0; j < inner.Length; j++)
            {
                products[j] = Replace(operands, i, inner[j], overConjunction);
            }

            return products;
        }

        return null;
    }

    private static LiftedCondition Replace(LiftedCondition[] operands, int place, LiftedCondition replacement, bool overConjunction)
    {
        var nested = overConjunction ? (replacement as LiftedAnd)?.Operands : (replacement as LiftedOr)?.Operands;
        var replaced = new List<LiftedCondition>(operands.Length + 3);
        for (var i = 0; i < operands.Length; i++)
        {
            if (i != place)
            {
                replaced.Add(operands[i]);
            }
            else if (nested is not null)
            {
                replaced.AddRange(nested);
            }
            else
            {
                replaced.Add(replacement);
            }
        }

        return overConjunction ? new LiftedAnd([.. replaced]) : new LiftedOr([.. replaced]);
    }
}
