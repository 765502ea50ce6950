using Prudence.Planning.Language;

namespace Prudence.Planning.Validation.Semantics;

/// <summary>A numeric term whose names are resolved. Arithmetic is decimal, so that no rounding hides in a cost.</summary>
internal abstract class CostFormula
{
    /// <exception cref="UndefinedCostException">A function has no value, or a division is by zero.</exception>
    /// <exception cref="OverflowException">The value does not fit a decimal.</exception>
    public abstract decimal Value(int[] frame);

    public static CostFormula Compile(NumericTerm term, RelationTable relations, Scope scope)
    {
        switch (term)
        {
            case NumberTerm number:
                return new NumberCost(number.Value);
            case FunctionTerm function:
                return new FunctionCost(
                    relations.Function(function.Function, function.Arguments.Length), scope.Terms(function.Arguments), relations.Objects);
            case ArithmeticTerm arithmetic:
                var operands = new CostFormula[arithmetic.Operands.Length];
                for (var i = 0; i < operands.Length; i++)
                {
                    operands[i] = Compile(arithmetic.Operands[i], relations, scope);
                }

                return new ArithmeticCost(arithmetic.Operation, operands);
            default:
                throw new InvalidOperationException($"unknown numeric term {term.GetType().Name}");
        }
    }

    private sealed class NumberCost(decimal value) : CostFormula
    {
        public override decimal Value(int[] frame) => value;
    }

    private sealed class FunctionCost(FunctionValues function, int[] terms, ObjectTable objects) : CostFormula
    {
        public override decimal Value(int[] frame)
        {
            Span<int> tuple = stackalloc int[terms.Length];
            TermList.Fill(terms, tuple, frame);
            if (function.TryGet(tuple, out var value))
            {
                return value;
            }

            var text = function.Name;
            foreach (var item in tuple)
            {
                text += " " + objects.Name(item);
            }

            throw new UndefinedCostException($"({text}) has no value, but the cost depends on it");
        }
    }

    private sealed class ArithmeticCost(char operation, CostFormula[] operands) : CostFormula
    {
        public override decimal Value(int[] frame)
        {
            var value = operands[0].Value(frame);
            if (operands.Length == 1)
            {
                return operation == '-' ? -value : value;
            }

            for (var i = 1; i < operands.Length; i++)
            {
                var right = operands[i].Value(frame);
                value = operation switch
                {
                    '+' => value + right,
                    '-' => value - right,
                    '*' => value * right,
                    '/' when right != 0 => value / right,
                    _ => throw new UndefinedCostException("the cost divides by zero"),
                };
            }

            return value;
        }
    }
}
