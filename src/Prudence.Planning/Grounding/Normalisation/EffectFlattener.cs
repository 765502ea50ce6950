using Prudence.Planning.Language;

namespace Prudence.Planning.Grounding.Normalisation;

/// <summary>Merges nested universal and conditional effects of one action so that each literal carries its own parameters and condition.</summary>
internal sealed class EffectFlattener(Vocabulary vocabulary, ConditionNormaliser conditions, int actionParameters)
{
    private readonly List<LiftedEffect> effects = [];

    /// <summary>The cost effects met so far.</summary>
    public List<CostEffect> Costs { get; } = [];

    /// <summary>The literals of an effect. Literals under the same quantifiers and conditions share one condition object.</summary>
    public LiftedEffect[] Flatten(Effect effect, Scope? scope)
    {
        Visit(effect, new Context(scope, [], null));
        return [.. effects];
    }

    private void Visit(Effect effect, Context context)
    {
        switch (effect)
        {
            case AtomEffect atom:
                var literal = vocabulary.Atom(atom.Predicate, atom.Arguments, context.Scope, atom.Position);
                var condition = context.Condition(conditions, actionParameters);
                if (!NormalForm.IsFalse(condition))
                {
                    effects.Add(new LiftedEffect(actionParameters, context.Types, condition, literal, atom.IsDelete));
                }

                break;
            case AndEffect and:
                foreach (var operand in and.Operands)
                {
                    Visit(operand, context);
                }

                break;
            case ForAllEffect all:
                var types = vocabulary.TypeSets.Numbers(all.Parameters);
                var inner = Scope.Extend(context.Scope, all.Parameters, actionParameters + context.Types.Length);
                Visit(all.Body, new Context(inner, [.. context.Types, .. types], context.Path));
                break;
            case ConditionalEffect conditional:
                var path = new PathStep(conditional.Condition, context.Scope, context.Path);
                Visit(conditional.Body, new Context(context.Scope, context.Types, path));
                break;
            case CostEffect cost when context.Path is null && context.Types.Length == 0:
                Costs.Add(cost);
                break;
            case CostEffect cost:
                throw GroundingException.Error(
                    "conditional-cost", cost.Position, "the cost of an action stands under a condition or quantifier",
                    "make the increase of total-cost a direct part of the action's effect");
            default:
                throw new InvalidOperationException($"unexpected effect {effect.GetType().Name}");
        }
    }

    /// <summary>One condition on the way down to a literal, with the variables in force where it stands.</summary>
    private sealed record PathStep(Condition Condition, Scope? Scope, PathStep? Outer);

    /// <summary>
    /// The quantifiers and conditions around an effect. The conditions are normalised at the literal only, when it is known how many
    /// parameters the effect has: the quantified parameters inside the conditions are numbered on from those.
    /// </summary>
    private sealed class Context(Scope? scope, int[] types, PathStep? path)
    {
        private LiftedCondition? condition;

        public Scope? Scope => scope;

        public int[] Types => types;

        public PathStep? Path => path;

        public LiftedCondition Condition(ConditionNormaliser conditions, int actionParameters)
        {
            if (condition is null)
            {
                var parts = new List<LiftedCondition>();
                for (var step = path; step is not null; step = step.Outer)
                {
                    parts.Add(conditions.Normalise(step.Condition, step.Scope, actionParameters + types.Length, isNegated: false));
                }

                parts.Reverse();
                condition = NormalForm.And(parts);
            }

            return condition;
        }
    }
}
