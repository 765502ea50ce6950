using Prudence.Planning.Grounding.Normalisation;
using Prudence.Planning.Language;

namespace Prudence.Planning.Grounding;

/// <summary>
/// Turns a checked PDDL task into normal form: names become numbers, types become lists of objects, conditions are put in negation
/// normal form, and each effect becomes one literal with its own parameters and condition (Helmert 2009, "Concise finite-domain
/// representations", section 5, without splitting disjunctions or removing quantifiers: those are resolved when the task is grounded).
/// </summary>
public static class Normaliser
{
    /// <summary>Normalises a task.</summary>
    /// <param name="domain">The domain.</param>
    /// <param name="problem">The problem.</param>
    /// <exception cref="GroundingException">A name cannot be resolved, an action changes a derived predicate, or a cost is conditional.</exception>
    public static LiftedTask Normalise(PddlDomain domain, PddlProblem problem)
    {
        ArgumentNullException.ThrowIfNull(domain);
        ArgumentNullException.ThrowIfNull(problem);
        var vocabulary = new Vocabulary(domain, problem);
        var conditions = new ConditionNormaliser(vocabulary);
        var costs = problem.MinimizesTotalCost ? new CostCompiler(vocabulary, problem) : null;
        var actions = new LiftedAction[domain.Actions.Length];
        for (var i = 0; i < actions.Length; i++)
        {
            actions[i] = Action(domain.Actions[i], vocabulary, conditions, costs);
        }

        var axioms = new LiftedAxiom[domain.DerivedPredicates.Length];
        for (var i = 0; i < axioms.Length; i++)
        {
            axioms[i] = Axiom(domain.DerivedPredicates[i], vocabulary, conditions);
        }

        return new LiftedTask
        {
            ObjectNames = vocabulary.ObjectNames,
            Actions = actions,
            Axioms = axioms,
            InitialAtoms = vocabulary.InitialAtoms(problem),
            Goal = conditions.Normalise(problem.Goal, null, 0, isNegated: false),
            HasMetric = problem.MinimizesTotalCost,
            Predicates = vocabulary.Predicates(actions, axioms, domain),
            ObjectsByType = vocabulary.TypeSets.Objects(),
        };
    }

    private static LiftedAction Action(ActionSchema schema, Vocabulary vocabulary, ConditionNormaliser conditions, CostCompiler? costs)
    {
        var scope = Scope.Extend(null, schema.Parameters, 0);
        var flattener = new EffectFlattener(vocabulary, conditions, schema.Parameters.Length);
        return new LiftedAction
        {
            Name = schema.Name,
            ParameterTypes = vocabulary.TypeSets.Numbers(schema.Parameters),
            Precondition = conditions.Normalise(schema.Precondition, scope, schema.Parameters.Length, isNegated: false),
            Effects = flattener.Flatten(schema.Effect, scope),
            Cost = costs?.Compile(schema, flattener.Costs, scope),
        };
    }

    private static LiftedAxiom Axiom(DerivedPredicate rule, Vocabulary vocabulary, ConditionNormaliser conditions)
    {
        var scope = Scope.Extend(null, rule.Parameters, 0);
        return new LiftedAxiom(
            vocabulary.Predicate(rule.Predicate, rule.Position),
            vocabulary.TypeSets.Numbers(rule.Parameters),
            conditions.Normalise(rule.Condition, scope, rule.Parameters.Length, isNegated: false));
    }
}
