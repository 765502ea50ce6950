using Prudence.Planning.Language;
using Prudence.Planning.Language.Syntax;

namespace Prudence.Planning.Grounding.Normalisation;

/// <summary>Turns the cost effects of an action into a function of its arguments. Arithmetic is decimal, so that no rounding hides in a cost.</summary>
internal sealed class CostCompiler
{
    private readonly Vocabulary vocabulary;
    private readonly Dictionary<string, FunctionTable> tables = [];

    public CostCompiler(Vocabulary vocabulary, PddlProblem problem)
    {
        this.vocabulary = vocabulary;
        foreach (var value in problem.InitialValues)
        {
            var arguments = new int[value.Arguments.Length];
            for (var i = 0; i < arguments.Length; i++)
            {
                arguments[i] = vocabulary.Object(value.Arguments[i], value.Position);
            }

            if (!tables.TryGetValue(value.Function, out var table))
            {
                tables[value.Function] = table = new FunctionTable(arguments.Length);
            }

            table.Set(arguments, value.Value, value.Position);
        }
    }

    /// <summary>The cost of an action: the sum of its cost effects, nothing where it has none.</summary>
    /// <exception cref="GroundingException">From the answer, when the cost of a ground action is missing, negative or no integer.</exception>
    public Func<int[], int> Compile(ActionSchema schema, List<CostEffect> effects, Scope? scope)
    {
        if (effects.Count == 0)
        {
            return static _ => 0;
        }

        if (effects is [{ Amount: NumberTerm number }])
        {
            return Constant(schema, number);
        }

        var terms = new CostTerm[effects.Count];
        for (var i = 0; i < terms.Length; i++)
        {
            terms[i] = Term(effects[i].Amount, scope);
        }

        var sum = terms.Length == 1 ? terms[0] : new ArithmeticCost('+', terms, effects[0].Position);
        return arguments => Evaluate(schema, sum, arguments);
    }

    private Func<int[], int> Constant(ActionSchema schema, NumberTerm number)
    {
        if (IsCost(number.Value))
        {
            var cost = (int)number.Value;
            return _ => cost;
        }

        return arguments => throw NoCost(schema, number.Value, arguments, number.Position);
    }

    private static bool IsCost(decimal value) => value >= 0 && value <= int.MaxValue && decimal.Truncate(value) == value;

    private int Evaluate(ActionSchema schema, CostTerm term, int[] arguments)
    {
        decimal value;
        try
        {
            value = term.Value(arguments);
        }
        catch (OverflowException)
        {
            throw GroundingException.Error(
                "cost-overflow", term.Position, $"the cost of ({Name(schema, arguments)}) is too large to compute");
        }

        return IsCost(value) ? (int)value : throw NoCost(schema, value, arguments, term.Position);
    }

    private GroundingException NoCost(ActionSchema schema, decimal value, int[] arguments, SourcePosition position) =>
        GroundingException.Error(
            "bad-cost",
            position,
            $"({Name(schema, arguments)}) costs {value.ToString(System.Globalization.CultureInfo.InvariantCulture)}",
            $"costs are whole numbers from 0 to {int.MaxValue}; multiply all of them by the same factor if they are fractions");

    private string Name(ActionSchema schema, int[] arguments)
    {
        var name = schema.Name;
        foreach (var item in arguments)
        {
            name += " " + vocabulary.ObjectNames[item];
        }

        return Quotation.Cut(name);
    }

    private CostTerm Term(NumericTerm term, Scope? scope)
    {
        switch (term)
        {
            case NumberTerm number:
                return new NumberCost(number.Value, number.Position);
            case FunctionTerm function:
                var arguments = new int[function.Arguments.Length];
                for (var i = 0; i < arguments.Length; i++)
                {
                    arguments[i] = vocabulary.Term(function.Arguments[i], scope);
                }

                return new FunctionCost(
                    function.Function, tables.GetValueOrDefault(function.Function), arguments, vocabulary.ObjectNames, function.Position);
            case ArithmeticTerm arithmetic:
                var operands = new CostTerm[arithmetic.Operands.Length];
                for (var i = 0; i < operands.Length; i++)
                {
                    operands[i] = Term(arithmetic.Operands[i], scope);
                }

                return new ArithmeticCost(arithmetic.Operation, operands, arithmetic.Position);
            default:
                throw new InvalidOperationException($"unexpected numeric term {term.GetType().Name}");
        }
    }
}
