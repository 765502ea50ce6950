namespace Prudence.Planning.Grounding.Normalisation;

/// <summary>Builds conditions with the simplifications that need no knowledge of the task: constants vanish, so do repetitions, and nesting is flattened.</summary>
internal static class NormalForm
{
    public static LiftedCondition False { get; } = new LiftedOr([]);

    public static bool IsTrue(LiftedCondition condition) => condition is LiftedAnd { Operands.Length: 0 };

    public static bool IsFalse(LiftedCondition condition) => condition is LiftedOr { Operands.Length: 0 };

    public static LiftedCondition And(List<LiftedCondition> operands)
    {
        var kept = new List<LiftedCondition>(operands.Count);
        foreach (var operand in operands)
        {
            if (IsFalse(operand))
            {
                return False;
            }

            if (operand is LiftedAnd nested)
            {
                kept.AddRange(nested.Operands);
            }
            else
            {
                kept.Add(operand);
            }
        }

        kept = Distinct(kept);
        return kept.Count == 0 ? LiftedAnd.True : kept.Count == 1 ? kept[0] : new LiftedAnd([.. kept]);
    }

    public static LiftedCondition Or(List<LiftedCondition> operands)
    {
        var kept = new List<LiftedCondition>(operands.Count);
        foreach (var operand in operands)
        {
            if (IsTrue(operand))
            {
                return LiftedAnd.True;
            }

            if (operand is LiftedOr nested)
            {
                kept.AddRange(nested.Operands);
            }
            else
            {
                kept.Add(operand);
            }
        }

        kept = Distinct(kept);
        return kept.Count == 0 ? False : kept.Count == 1 ? kept[0] : new LiftedOr([.. kept]);
    }

    /// <summary>A universal or existential condition over types that all have objects.</summary>
    public static LiftedCondition Quantify(bool isUniversal, int first, int[] types, LiftedCondition body)
    {
        if (types.Length == 0 || IsTrue(body) || IsFalse(body))
        {
            return body;
        }

        return (isUniversal, body) switch
        {
            (true, LiftedForAll inner) => new LiftedForAll(first, [.. types, .. inner.ParameterTypes], inner.Body),
            (false, LiftedExists inner) => new LiftedExists(first, [.. types, .. inner.ParameterTypes], inner.Body),
            (true, _) => new LiftedForAll(first, types, body),
            _ => new LiftedExists(first, types, body),
        };
    }

    /// <summary>Leaves out repeated literals: later steps take the square of their number.</summary>
    private static List<LiftedCondition> Distinct(List<LiftedCondition> operands) =>
        operands.Count < 2 ? operands : [.. operands.Distinct(LiteralComparer.Instance)];
}
