using Prudence.Planning.Tasks;

namespace Prudence.Planning.Grounding.Reachability;

/// <summary>The effects of one action that stand under the same quantifiers and condition.</summary>
internal sealed class EffectGroup(int[] parameterTypes, LiftedCondition condition)
{
    /// <summary>The type sets of the effects' own parameters.</summary>
    public int[] ParameterTypes => parameterTypes;

    public LiftedCondition Condition => condition;

    public List<LiftedEffect> Effects { get; } = [];

    /// <summary>True if the effects happen whenever the action does.</summary>
    public bool IsUnconditional => parameterTypes.Length == 0 && condition is LiftedAnd { Operands.Length: 0 };

    /// <summary>
    /// Where the condition can hold: the number of an instance of the action, then the objects of the effects' own parameters.
    /// Null for unconditional effects.
    /// </summary>
    public Relation? Instances { get; set; }

    /// <summary>Groups the effects of an action.</summary>
    public static EffectGroup[] Of(LiftedAction action)
    {
        var groups = new List<EffectGroup>();
        foreach (var effect in action.Effects)
        {
            var group = groups.Find(known => known.Accepts(effect));
            if (group is null)
            {
                groups.Add(group = new EffectGroup(effect.ParameterTypes, effect.Condition));
            }

            group.Effects.Add(effect);
        }

        return [.. groups];
    }

    private bool Accepts(LiftedEffect effect) =>
        (ReferenceEquals(condition, effect.Condition) || effect.Condition is LiftedAnd { Operands.Length: 0 } && condition is LiftedAnd { Operands.Length: 0 })
        && IntSequences.AreEqual(effect.ParameterTypes, parameterTypes);
}
