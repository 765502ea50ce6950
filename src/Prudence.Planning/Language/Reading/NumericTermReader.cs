using System.Globalization;
using Prudence.Planning.Language.Syntax;

namespace Prudence.Planning.Language.Reading;

/// <summary>Reads numbers and what is computed from them.</summary>
internal sealed class NumericTermReader(ReadingContext context, AtomReader atoms)
{
    /// <summary>A number as PDDL writes it.</summary>
    public static bool TryNumber(string text, out decimal value) =>
        decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out value);

    /// <summary>True if the text is written as a number, be it in range or not.</summary>
    public static bool LooksLikeNumber(string text)
    {
        var digits = text.AsSpan(text is ['-' or '+', ..] ? 1 : 0);
        var point = digits.IndexOf('.');
        var hasDigitsOnly = point < 0
            ? !digits.ContainsAnyExceptInRange('0', '9')
            : !digits[..point].ContainsAnyExceptInRange('0', '9') && !digits[(point + 1)..].ContainsAnyExceptInRange('0', '9');
        return hasDigitsOnly && digits.Length > (point < 0 ? 0 : 1);
    }

    /// <summary>Reads a written number; null if an error was reported.</summary>
    public decimal? ReadNumber(SyntaxNode node)
    {
        if (TryNumber(node.Name, out var value))
        {
            return value;
        }

        if (LooksLikeNumber(node.Name))
        {
            context.Diagnostics.Error(DiagnosticCodes.NumberOutOfRange, node.Position, $"the number {Quotation.Of(node.Name)} is too large");
        }
        else
        {
            context.Expected("a number", node);
        }

        return null;
    }

    /// <summary>Reads the amount by which the total cost grows.</summary>
    public NumericTerm Read(SyntaxNode node, Scope scope)
    {
        var nothing = new NumberTerm(0, node.Position);
        if (node.IsSymbol)
        {
            if (context.Vocabulary.Functions.TryGetValue(node.Name, out var function) && function.Parameters.IsEmpty && IsStatic(node.Name, node))
            {
                context.Diagnostics.Warning(DiagnosticCodes.MissingParentheses, node.Position, $"the function {Quotation.Of(node.Name)} stands without parentheses", $"write `({node.Name})`");
                return new FunctionTerm(node.Name, [], node.Position);
            }

            return ReadNumber(node) is { } number ? new NumberTerm(number, node.Position) : nothing;
        }

        if (node.Head is "+" or "-" or "*" or "/")
        {
            return ReadArithmetic(node, scope);
        }

        if (node.Head.Length == 0)
        {
            context.Expected("a number or a function", node);
            return nothing;
        }

        return IsStatic(node.Head, node) && atoms.ReadFunction(node, scope) is { } arguments ? new FunctionTerm(node.Head, arguments, node.Position) : nothing;
    }

    private ArithmeticTerm ReadArithmetic(SyntaxNode node, Scope scope)
    {
        var operation = node.Head[0];
        var operands = new List<NumericTerm>();
        foreach (var operand in node.From(1))
        {
            operands.Add(Read(operand, scope));
        }

        if (operation == '-' && operands.Count == 1)
        {
            operands.Insert(0, new NumberTerm(0, node.Position));
        }

        if (operands.Count < 2 || (operands.Count > 2 && operation is '-' or '/'))
        {
            var needed = operation is '-' or '/' ? "2 operands" : "2 operands or more";
            context.Diagnostics.Error(DiagnosticCodes.WrongOperandCount, node.Position, $"`{operation}` takes {needed}, {node.Count - 1} given");
        }

        return new ArithmeticTerm(operation, [.. operands], node.Position);
    }

    private bool IsStatic(string function, SyntaxNode node)
    {
        if (function != "total-cost" && function != "total-time")
        {
            return true;
        }

        context.Unsupported(UnsupportedFeatures.NumericFluents, node.Position);
        return false;
    }
}
