using Prudence.Planning.Language;
using Prudence.Planning.Language.Reading;

namespace Prudence.Planning.Validation;

/// <summary>The state of a task while a plan is executed on it.</summary>
internal sealed class PlanExecution
{
    private readonly PddlProblem problem;
    private readonly DerivationRules rules;
    private readonly Dictionary<string, ActionSchema> actions = new(StringComparer.Ordinal);
    private readonly Dictionary<Atom, decimal> functionValues = [];
    private readonly ObjectTable objects;
    private readonly AtomStore state = new();
    private readonly ConditionEvaluator evaluator;
    private readonly AtomHistory history;
    private int steps;

    public PlanExecution(PddlDomain domain, PddlProblem problem, DerivationRules rules)
    {
        this.problem = problem;
        this.rules = rules;
        objects = new ObjectTable(domain, problem);
        evaluator = new ConditionEvaluator(objects, state);
        history = new AtomHistory(domain.DerivedPredicates.Select(rule => rule.Predicate).ToHashSet(StringComparer.Ordinal));
        foreach (var action in domain.Actions)
        {
            actions[action.Name] = action;
        }

        foreach (var atom in problem.InitialAtoms)
        {
            state.Add(new Atom(atom.Predicate, Numbers(atom.Arguments)));
        }

        foreach (var value in problem.InitialValues)
        {
            functionValues[new Atom(value.Function, Numbers(value.Arguments))] = value.Value;
        }

        rules.Apply(state, evaluator, objects);
    }

    /// <summary>The cost of the steps applied so far.</summary>
    public decimal Cost { get; private set; }

    /// <summary>Applies a step; says what is wrong if it cannot be applied.</summary>
    public ValidationFailure? Apply(PlanStep step)
    {
        steps++;
        var bindings = new Bindings(objects);
        if (Bind(step, bindings, out var action) is { } mistake)
        {
            return new ValidationFailure(steps, step, null, mistake);
        }

        if (!evaluator.Holds(action.Precondition, bindings))
        {
            var (condition, reason) = new ViolationExplainer(evaluator, objects, history).Explain(action.Precondition, bindings);
            return new ValidationFailure(steps, step, condition, reason);
        }

        var effects = new EffectCollector(evaluator, bindings, functionValues);
        effects.Collect(action.Effect);
        foreach (var atom in effects.Deleted)
        {
            state.Remove(atom);
            history.Deleted(atom, steps, step);
        }

        foreach (var atom in effects.Added)
        {
            state.Add(atom);
            history.Added(atom, steps, step);
        }

        rules.Apply(state, evaluator, objects);
        Cost += problem.MinimizesTotalCost ? effects.Cost : 1;
        return null;
    }

    /// <summary>Says which part of the goal does not hold; null if it holds.</summary>
    public ValidationFailure? CheckGoal()
    {
        var bindings = new Bindings(objects);
        if (evaluator.Holds(problem.Goal, bindings))
        {
            return null;
        }

        var (condition, reason) = new ViolationExplainer(evaluator, objects, history).Explain(problem.Goal, bindings);
        return new ValidationFailure(0, null, condition, reason);
    }

    private string? Bind(PlanStep step, Bindings bindings, out ActionSchema action)
    {
        if (!actions.TryGetValue(step.Action, out action!))
        {
            return $"the domain has no action `{step.Action}`{Suggest(step.Action, actions.Keys)}";
        }

        if (step.Arguments.Length != action.Parameters.Length)
        {
            return $"`{action.Name}` takes {action.Parameters.Length} arguments "
                + $"({string.Join(' ', action.Parameters.Select(parameter => parameter.Name))}), {step.Arguments.Length} given";
        }

        for (var i = 0; i < step.Arguments.Length; i++)
        {
            var (parameter, value) = (action.Parameters[i], objects.Find(step.Arguments[i]));
            if (value < 0)
            {
                return $"there is no object `{step.Arguments[i]}`";
            }

            if (!objects.Belongs(value, parameter.Type))
            {
                return $"`{step.Arguments[i]}` is not of type {parameter.Type}, which {parameter.Name} needs";
            }

            bindings.Push(parameter.Name, value);
        }

        return null;
    }

    private static string Suggest(string name, IEnumerable<string> known) => Spelling.Hint(name, known) is { } hint ? $" ({hint})" : "";

    private int[] Numbers(IReadOnlyList<string> names)
    {
        var numbers = new int[names.Count];
        for (var i = 0; i < numbers.Length; i++)
        {
            numbers[i] = objects.Find(names[i]);
        }

        return numbers;
    }
}
