using Prudence.Planning.Language;

namespace Prudence.Planning.Validation;

/// <summary>Finds what one action changes in one state. All conditions are judged before anything changes.</summary>
internal sealed class EffectCollector(ConditionEvaluator evaluator, Bindings bindings, IReadOnlyDictionary<Atom, decimal> functionValues)
{
    private static readonly AndCondition Always = new([], default);

    public List<Atom> Added { get; } = [];

    public List<Atom> Deleted { get; } = [];

    public decimal Cost { get; private set; }

    public void Collect(Effect effect)
    {
        switch (effect)
        {
            case AtomEffect atom:
                (atom.IsDelete ? Deleted : Added).Add(bindings.Atom(atom.Predicate, atom.Arguments));
                break;
            case AndEffect conjunction:
                foreach (var operand in conjunction.Operands)
                {
                    Collect(operand);
                }

                break;
            case ConditionalEffect conditional when evaluator.Holds(conditional.Condition, bindings):
                Collect(conditional.Body);
                break;
            case ForAllEffect all:
                var (condition, body) = all.Body is ConditionalEffect inner ? (inner.Condition, inner.Body) : (Always, all.Body);
                evaluator.Enumerate(all.Parameters, condition, true, bindings, () =>
                {
                    Collect(body);
                    return false;
                });
                break;
            case CostEffect cost:
                Cost += Value(cost.Amount);
                break;
            default:
                break;
        }
    }

    private decimal Value(NumericTerm term) => term switch
    {
        NumberTerm number => number.Value,
        FunctionTerm function => functionValues.GetValueOrDefault(bindings.Atom(function.Function, function.Arguments)),
        ArithmeticTerm { Operands: [var only], Operation: '-' } => -Value(only),
        ArithmeticTerm arithmetic => arithmetic.Operands.Select(Value).Aggregate((left, right) => arithmetic.Operation switch
        {
            '+' => left + right,
            '-' => left - right,
            '*' => left * right,
            _ => left / right,
        }),
        _ => throw new InvalidOperationException($"unknown numeric term {term.GetType().Name}"),
    };
}
