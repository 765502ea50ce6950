using Prudence.Planning.Language;
using Prudence.Planning.Language.Syntax;

namespace Prudence.Planning.Grounding.Normalisation;

/// <summary>A numeric term over the parameters of an action.</summary>
internal abstract class CostTerm(SourcePosition position)
{
    public SourcePosition Position => position;

    /// <summary>Its value for one object per parameter.</summary>
    public abstract decimal Value(int[] arguments);
}

/// <summary>A written number.</summary>
internal sealed class NumberCost(decimal value, SourcePosition position) : CostTerm(position)
{
    public override decimal Value(int[] arguments) => value;
}

/// <summary>A function applied to terms (numbered as in <see cref="LiftedTask"/>).</summary>
internal sealed class FunctionCost(string name, FunctionTable? table, int[] terms, string[] objectNames, SourcePosition position)
    : CostTerm(position)
{
    public override decimal Value(int[] arguments)
    {
        Span<int> objects = stackalloc int[terms.Length];
        for (var i = 0; i < terms.Length; i++)
        {
            objects[i] = terms[i] < 0 ? ~terms[i] : arguments[terms[i]];
        }

        return table?.Find(objects) ?? throw Missing(objects);
    }

    private GroundingException Missing(ReadOnlySpan<int> objects)
    {
        var atom = name;
        foreach (var item in objects)
        {
            atom += " " + objectNames[item];
        }

        atom = Quotation.Cut(atom);
        return GroundingException.Error(
            "missing-value",
            Position,
            $"({atom}) has no value, but the cost of an applicable action depends on it",
            $"add (= ({atom}) 0) to :init, with the right number");
    }
}

/// <summary>An arithmetic operation, taken from left to right; a single operand of <c>-</c> is negated.</summary>
internal sealed class ArithmeticCost(char operation, CostTerm[] operands, SourcePosition position) : CostTerm(position)
{
    public override decimal Value(int[] arguments)
    {
        var value = operands[0].Value(arguments);
        if (operands.Length == 1)
        {
            return operation == '-' ? -value : value;
        }

        for (var i = 1; i < operands.Length; i++)
        {
            value = Apply(value, operands[i].Value(arguments));
        }

        return value;
    }

    private decimal Apply(decimal left, decimal right) => operation switch
    {
        '+' => left + right,
        '-' => left - right,
        '*' => left * right,
        '/' when right != 0 => left / right,
        '/' => throw GroundingException.Error("division-by-zero", Position, "a cost divides by zero"),
        _ => throw new InvalidOperationException($"unexpected operation {operation}"),
    };
}
