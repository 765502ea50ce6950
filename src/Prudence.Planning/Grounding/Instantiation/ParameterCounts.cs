namespace Prudence.Planning.Grounding.Instantiation;

/// <summary>How many parameters are in force at the deepest place of a schema.</summary>
internal static class ParameterCounts
{
    public static int Of(LiftedAction action)
    {
        var count = Of(action.Precondition, action.ParameterTypes.Length);
        foreach (var effect in action.Effects)
        {
            count = Math.Max(count, Of(effect.Condition, effect.FirstParameter + effect.ParameterTypes.Length));
        }

        return count;
    }

    public static int Of(LiftedCondition condition, int outer) => condition switch
    {
        LiftedAnd and => OfAll(and.Operands, outer),
        LiftedOr or => OfAll(or.Operands, outer),
        LiftedForAll all => Of(all.Body, Math.Max(outer, all.FirstParameter + all.ParameterTypes.Length)),
        LiftedExists some => Of(some.Body, Math.Max(outer, some.FirstParameter + some.ParameterTypes.Length)),
        _ => outer,
    };

    private static int OfAll(LiftedCondition[] operands, int outer)
    {
        var count = outer;
        foreach (var operand in operands)
        {
            count = Math.Max(count, Of(operand, outer));
        }

        return count;
    }
}
