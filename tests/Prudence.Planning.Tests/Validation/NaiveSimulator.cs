using Prudence.Planning.Language;
using Prudence.Planning.Validation;

namespace Prudence.Planning.Tests.Validation;

/// <summary>
/// An interpreter of PDDL that is as simple and as slow as can be: states are sets of strings, quantifiers try all objects, rules fire until
/// nothing changes. It was written from the definition of the language alone and shares nothing with the validator.
/// </summary>
internal sealed class NaiveSimulator(PddlTask task)
{
    private readonly Dictionary<string, TypeReference> objects = task.Domain.Constants
        .Concat(task.Problem.Objects)
        .GroupBy(item => item.Name)
        .ToDictionary(group => group.Key, group => group.First().Type);

    private readonly Dictionary<string, decimal> values = task.Problem.InitialValues
        .ToDictionary(value => string.Join(' ', [value.Function, .. value.Arguments]), value => value.Value);

    public HashSet<string> InitialState => Complete(task.Problem.InitialAtoms.Select(atom => string.Join(' ', [atom.Predicate, .. atom.Arguments])));

    /// <summary>The number of the first step that cannot be applied, 0 if the goal is missed, null for a valid plan; and the cost up to there.</summary>
    public (int? Failure, decimal Cost) Run(Plan plan)
    {
        var (state, cost) = (InitialState, 0m);
        for (var number = 1; number <= plan.Length; number++)
        {
            if (Apply(plan.Steps[number - 1], state) is not { } next)
            {
                return (number, cost);
            }

            state = next.State;
            cost += next.Cost;
        }

        return (IsGoal(state) ? null : 0, cost);
    }

    public bool IsGoal(HashSet<string> state) => Holds(task.Problem.Goal, [], state);

    /// <summary>The successor state and the cost; null if the step cannot be applied.</summary>
    public (HashSet<string> State, decimal Cost)? Apply(PlanStep step, HashSet<string> state)
    {
        var action = task.Domain.Actions.FirstOrDefault(schema => schema.Name == step.Action);
        if (action is null || action.Parameters.Length != step.Arguments.Length)
        {
            return null;
        }

        var environment = new Dictionary<string, string>();
        for (var i = 0; i < step.Arguments.Length; i++)
        {
            if (!objects.TryGetValue(step.Arguments[i], out var type) || !IsOf(type, action.Parameters[i].Type))
            {
                return null;
            }

            environment[action.Parameters[i].Name] = step.Arguments[i];
        }

        if (!Holds(action.Precondition, environment, state))
        {
            return null;
        }

        var (adds, deletes, cost) = (new HashSet<string>(), new HashSet<string>(), 0m);
        Effects(action.Effect, environment, state, adds, deletes, ref cost);
        return (Complete(state.Except(deletes).Union(adds)), task.Problem.MinimizesTotalCost ? cost : 1);
    }

    /// <summary>All steps whose objects are of the right types.</summary>
    public IEnumerable<PlanStep> AllSteps() =>
        from action in task.Domain.Actions
        from environment in Environments([.. action.Parameters], [])
        select new PlanStep(action.Name, [.. action.Parameters.Select(parameter => environment[parameter.Name])]);

    public bool Holds(Condition condition, Dictionary<string, string> environment, HashSet<string> state) => condition switch
    {
        AtomCondition atom => state.Contains(Text(atom.Predicate, atom.Arguments, environment)),
        EqualityCondition equality => Value(equality.Left, environment) == Value(equality.Right, environment),
        NotCondition not => !Holds(not.Operand, environment, state),
        AndCondition and => and.Operands.All(operand => Holds(operand, environment, state)),
        OrCondition or => or.Operands.Any(operand => Holds(operand, environment, state)),
        ImplyCondition imply => !Holds(imply.Antecedent, environment, state) || Holds(imply.Consequent, environment, state),
        ForAllCondition all => Environments([.. all.Parameters], environment).All(inner => Holds(all.Body, inner, state)),
        ExistsCondition some => Environments([.. some.Parameters], environment).Any(inner => Holds(some.Body, inner, state)),
        _ => throw new NotSupportedException(condition.GetType().Name),
    };

    private void Effects(
        Effect effect, Dictionary<string, string> environment, HashSet<string> state, HashSet<string> adds, HashSet<string> deletes, ref decimal cost)
    {
        switch (effect)
        {
            case AtomEffect atom:
                (atom.IsDelete ? deletes : adds).Add(Text(atom.Predicate, atom.Arguments, environment));
                break;
            case AndEffect and:
                foreach (var operand in and.Operands)
                {
                    Effects(operand, environment, state, adds, deletes, ref cost);
                }

                break;
            case ForAllEffect all:
                foreach (var inner in Environments([.. all.Parameters], environment))
                {
                    Effects(all.Body, inner, state, adds, deletes, ref cost);
                }

                break;
            case ConditionalEffect conditional when Holds(conditional.Condition, environment, state):
                Effects(conditional.Body, environment, state, adds, deletes, ref cost);
                break;
            case CostEffect increase:
                cost += Number(increase.Amount, environment);
                break;
            default:
                break;
        }
    }

    private decimal Number(NumericTerm term, Dictionary<string, string> environment) => term switch
    {
        NumberTerm number => number.Value,
        FunctionTerm function => values[Text(function.Function, function.Arguments, environment)],
        ArithmeticTerm { Operation: '+' } sum => sum.Operands.Sum(operand => Number(operand, environment)),
        ArithmeticTerm { Operation: '*' } product => product.Operands.Aggregate(1m, (value, operand) => value * Number(operand, environment)),
        _ => throw new NotSupportedException(term.ToString()),
    };

    /// <summary>
    /// Adds the derived atoms. Predicates are taken in an order in which what is negated comes first; here that order is the order of
    /// declaration of the predicates, which the sample domains keep to.
    /// </summary>
    private HashSet<string> Complete(IEnumerable<string> atoms)
    {
        var derived = task.Domain.DerivedPredicates.Select(rule => rule.Predicate).ToHashSet();
        var state = atoms.Where(atom => !derived.Contains(atom.Split(' ')[0])).ToHashSet();
        foreach (var group in Strata())
        {
            for (var before = -1; before != state.Count;)
            {
                before = state.Count;
                foreach (var rule in task.Domain.DerivedPredicates.Where(rule => group.Contains(rule.Predicate)))
                {
                    state.UnionWith(Environments([.. rule.Parameters], [])
                        .Where(environment => Holds(rule.Condition, environment, state))
                        .Select(environment => string.Join(' ', [rule.Predicate, .. rule.Parameters.Select(parameter => environment[parameter.Name])]))
                        .ToList());
                }
            }
        }

        return state;
    }

    /// <summary>By convention of the tests, the name of a derived predicate ends in the number of its stratum where that is not 0.</summary>
    private IEnumerable<HashSet<string>> Strata() => task.Domain.DerivedPredicates
        .Select(rule => rule.Predicate)
        .Distinct()
        .GroupBy(name => char.IsAsciiDigit(name[^1]) ? name[^1] - '0' : 0)
        .OrderBy(group => group.Key)
        .Select(group => group.ToHashSet());

    private IEnumerable<Dictionary<string, string>> Environments(Parameter[] parameters, Dictionary<string, string> outer)
    {
        if (parameters.Length == 0)
        {
            return [outer];
        }

        return from item in objects
               where IsOf(item.Value, parameters[0].Type)
               from inner in Environments(parameters[1..], new Dictionary<string, string>(outer) { [parameters[0].Name] = item.Key })
               select inner;
    }

    private bool IsOf(TypeReference own, TypeReference wanted) => own.Alternatives.Any(type => wanted.Alternatives.Any(other => IsA(type, other)));

    private bool IsA(string type, string other) =>
        other == "object" || type == other
        || task.Domain.Types.Where(declared => declared.Name == type).SelectMany(declared => declared.Parents).Any(parent => IsA(parent, other));

    private static string Text(string name, IEnumerable<Term> terms, Dictionary<string, string> environment) =>
        string.Join(' ', [name, .. terms.Select(term => Value(term, environment))]);

    private static string Value(Term term, Dictionary<string, string> environment) => term.IsVariable ? environment[term.Name] : term.Name;
}
