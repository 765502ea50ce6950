using Prudence.Planning.Language;

namespace Prudence.Planning.Tests.Grounding;

/// <summary>
/// The meaning of a PDDL task straight from its syntax tree, by trying everything: quantifiers run over all objects, actions over the whole
/// cross product of their parameters. Atoms are written out as text. Slow, and independent of the code under test.
/// </summary>
internal sealed class PddlSemantics
{
    private readonly PddlDomain domain;
    private readonly PddlProblem problem;
    private readonly List<(string Name, HashSet<string> Types)> objects = [];
    private readonly List<List<DerivedPredicate>> strata;
    private readonly Dictionary<string, decimal> values = [];

    public PddlSemantics(PddlDomain domain, PddlProblem problem)
    {
        (this.domain, this.problem) = (domain, problem);
        foreach (var item in domain.Constants.Concat(problem.Objects))
        {
            objects.Add((item.Name, [.. item.Type.Alternatives.SelectMany(Ancestors), "object"]));
        }

        foreach (var value in problem.InitialValues)
        {
            values[Text(value.Function, value.Arguments)] = value.Value;
        }

        strata = Stratify();
        Initial = [.. problem.InitialAtoms.Select(atom => Text(atom.Predicate, atom.Arguments))];
    }

    /// <summary>The basic atoms true at first.</summary>
    public HashSet<string> Initial { get; }

    /// <summary>A state with the derived atoms that follow from it.</summary>
    public HashSet<string> Derive(HashSet<string> basic)
    {
        var state = new HashSet<string>(basic);
        foreach (var stratum in strata)
        {
            bool isChanged;
            do
            {
                isChanged = false;
                foreach (var rule in stratum)
                {
                    foreach (var binding in Bindings(rule.Parameters, []))
                    {
                        isChanged |= Holds(rule.Condition, binding, state)
                            && state.Add(Text(rule.Predicate, rule.Parameters.Select(p => binding[p.Name])));
                    }
                }
            }
            while (isChanged);
        }

        return state;
    }

    public bool IsGoal(HashSet<string> basic) => Holds(problem.Goal, [], Derive(basic));

    /// <summary>All transitions from a state that change it: the ground action, its cost, and the basic atoms afterwards.</summary>
    public IEnumerable<(string Action, int Cost, HashSet<string> Successor)> Successors(HashSet<string> basic)
    {
        var state = Derive(basic);
        foreach (var action in domain.Actions)
        {
            foreach (var binding in Bindings(action.Parameters, []))
            {
                if (Holds(action.Precondition, binding, state))
                {
                    var (adds, deletes, cost) = (new HashSet<string>(), new HashSet<string>(), 0m);
                    Collect(action.Effect, binding, state, adds, deletes, ref cost);
                    var successor = new HashSet<string>(basic);
                    successor.ExceptWith(deletes);
                    successor.UnionWith(adds);
                    if (!successor.SetEquals(basic))
                    {
                        var name = Text(action.Name, action.Parameters.Select(p => binding[p.Name]));
                        yield return (name, problem.MinimizesTotalCost ? (int)cost : 1, successor);
                    }
                }
            }
        }
    }

    private static string Text(string head, IEnumerable<string> arguments) => string.Join(' ', arguments.Prepend(head));

    private IEnumerable<string> Ancestors(string type) =>
        domain.Types.Where(t => t.Name == type).SelectMany(t => t.Parents).SelectMany(Ancestors).Prepend(type);

    private IEnumerable<Dictionary<string, string>> Bindings(IEnumerable<Parameter> parameters, Dictionary<string, string> outer)
    {
        var first = parameters.FirstOrDefault();
        if (first is null)
        {
            return [outer];
        }

        return objects.Where(item => first.Type.Alternatives.Any(item.Types.Contains))
            .SelectMany(item => Bindings(parameters.Skip(1), new Dictionary<string, string>(outer) { [first.Name] = item.Name }));
    }

    private static string Value(Term term, Dictionary<string, string> binding) => term.IsVariable ? binding[term.Name] : term.Name;

    private bool Holds(Condition condition, Dictionary<string, string> binding, HashSet<string> state) => condition switch
    {
        AtomCondition atom => state.Contains(Text(atom.Predicate, atom.Arguments.Select(t => Value(t, binding)))),
        EqualityCondition equality => Value(equality.Left, binding) == Value(equality.Right, binding),
        NotCondition not => !Holds(not.Operand, binding, state),
        AndCondition and => and.Operands.All(operand => Holds(operand, binding, state)),
        OrCondition or => or.Operands.Any(operand => Holds(operand, binding, state)),
        ImplyCondition imply => !Holds(imply.Antecedent, binding, state) || Holds(imply.Consequent, binding, state),
        ForAllCondition all => Bindings(all.Parameters, binding).All(inner => Holds(all.Body, inner, state)),
        ExistsCondition some => Bindings(some.Parameters, binding).Any(inner => Holds(some.Body, inner, state)),
        _ => throw new NotSupportedException(),
    };

    private void Collect(
        Effect effect, Dictionary<string, string> binding, HashSet<string> state, HashSet<string> adds, HashSet<string> deletes, ref decimal cost)
    {
        switch (effect)
        {
            case AtomEffect atom:
                (atom.IsDelete ? deletes : adds).Add(Text(atom.Predicate, atom.Arguments.Select(t => Value(t, binding))));
                break;
            case AndEffect and:
                foreach (var operand in and.Operands)
                {
                    Collect(operand, binding, state, adds, deletes, ref cost);
                }

                break;
            case ForAllEffect all:
                foreach (var inner in Bindings(all.Parameters, binding))
                {
                    Collect(all.Body, inner, state, adds, deletes, ref cost);
                }

                break;
            case ConditionalEffect conditional:
                if (Holds(conditional.Condition, binding, state))
                {
                    Collect(conditional.Body, binding, state, adds, deletes, ref cost);
                }

                break;
            case CostEffect increase:
                cost += Number(increase.Amount, binding);
                break;
            default:
                throw new NotSupportedException();
        }
    }

    private decimal Number(NumericTerm term, Dictionary<string, string> binding) => term switch
    {
        NumberTerm number => number.Value,
        FunctionTerm function => values[Text(function.Function, function.Arguments.Select(t => Value(t, binding)))],
        ArithmeticTerm { Operation: '+' } sum => sum.Operands.Sum(operand => Number(operand, binding)),
        ArithmeticTerm { Operation: '*' } product => product.Operands.Aggregate(1m, (left, right) => left * Number(right, binding)),
        _ => throw new NotSupportedException(),
    };

    /// <summary>Groups the rules so that a predicate is complete before anything asks whether it does not hold.</summary>
    private List<List<DerivedPredicate>> Stratify()
    {
        var level = domain.DerivedPredicates.Select(rule => rule.Predicate).Distinct().ToDictionary(name => name, _ => 0);
        for (var round = 0; round <= level.Count * level.Count; round++)
        {
            foreach (var rule in domain.DerivedPredicates)
            {
                Raise(rule.Predicate, rule.Condition, isNegated: false, level);
            }
        }

        return [.. domain.DerivedPredicates.GroupBy(rule => level[rule.Predicate]).OrderBy(group => group.Key).Select(group => group.ToList())];
    }

    private static void Raise(string head, Condition condition, bool isNegated, Dictionary<string, int> level)
    {
        switch (condition)
        {
            case AtomCondition atom when level.TryGetValue(atom.Predicate, out var needed):
                level[head] = Math.Max(level[head], needed + (isNegated ? 1 : 0));
                break;
            case NotCondition not:
                Raise(head, not.Operand, !isNegated, level);
                break;
            case ImplyCondition imply:
                Raise(head, imply.Antecedent, !isNegated, level);
                Raise(head, imply.Consequent, isNegated, level);
                break;
            case AndCondition and:
                and.Operands.ToList().ForEach(operand => Raise(head, operand, isNegated, level));
                break;
            case OrCondition or:
                or.Operands.ToList().ForEach(operand => Raise(head, operand, isNegated, level));
                break;
            case ForAllCondition all:
                Raise(head, all.Body, isNegated, level);
                break;
            case ExistsCondition some:
                Raise(head, some.Body, isNegated, level);
                break;
        }
    }
}
