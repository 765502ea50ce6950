using System.Collections.Immutable;
using Prudence.Planning.Language.Syntax;

namespace Prudence.Planning.Language.Reading;

/// <summary>Reads goal descriptions. What is wrong is reported and replaced by the empty conjunction.</summary>
internal sealed class ConditionReader(ReadingContext context, AtomReader atoms)
{
    /// <summary>Reads a condition; where <paramref name="mayBeEmpty"/>, <c>()</c> stands for no condition.</summary>
    public Condition Read(SyntaxNode node, Scope scope, bool mayBeEmpty = false)
    {
        if (node.IsSymbol)
        {
            context.Expected("a condition in parentheses", node, context.Vocabulary.Predicates.ContainsKey(node.Name) ? $"write `({node.Name})`" : null);
            return Nothing(node);
        }

        if (node.Count == 0)
        {
            if (!mayBeEmpty)
            {
                context.Diagnostics.Warning(DiagnosticCodes.EmptyCondition, node.Position, "`()` is no condition; it is taken as always true", "write `(and)` or leave it out");
            }

            return Nothing(node);
        }

        return node.First.IsList ? ReadConjunctionWithoutAnd(node, scope) : ReadList(node, scope);
    }

    /// <summary>Reads conditions that stand side by side where one is expected: they are taken as a conjunction.</summary>
    public AndCondition ReadSideBySide(IEnumerable<SyntaxNode> nodes, Scope scope, SourcePosition position)
    {
        context.Diagnostics.Warning(DiagnosticCodes.MissingAnd, position, "several conditions stand here without `and`", "write `(and ...)` around them");
        return new AndCondition([.. nodes.Select(n => Read(n, scope))], position);
    }

    private static AndCondition Nothing(SyntaxNode node) => new([], node.Position);

    private AndCondition ReadConjunctionWithoutAnd(SyntaxNode node, Scope scope)
    {
        context.Diagnostics.Warning(DiagnosticCodes.MissingAnd, node.Position, "a list of conditions stands here without `and`", "write `(and ...)`");
        return new AndCondition(ReadOperands(node, 0, scope), node.Position);
    }

    private Condition ReadList(SyntaxNode node, Scope scope)
    {
        var position = node.Position;
        switch (node.Head)
        {
            case "and":
                return new AndCondition(ReadOperands(node, 1, scope), position);
            case "or":
                return new OrCondition(ReadOperands(node, 1, scope), position);
            case "not":
                return HasOperands(node, 1, "one condition") ? new NotCondition(Read(node[1], scope), position) : Nothing(node);
            case "imply":
                return HasOperands(node, 2, "two conditions") ? new ImplyCondition(Read(node[1], scope), Read(node[2], scope), position) : Nothing(node);
            case "forall" or "exists":
                return ReadQuantifier(node, scope);
            case "=":
                return ReadEquality(node, scope);
            default:
                return ReadAtom(node, scope);
        }
    }

    private ImmutableArray<Condition> ReadOperands(SyntaxNode node, int first, Scope scope)
    {
        var operands = ImmutableArray.CreateBuilder<Condition>(node.Count - first);
        foreach (var operand in node.From(first))
        {
            operands.Add(Read(operand, scope));
        }

        return operands.MoveToImmutable();
    }

    private Condition ReadQuantifier(SyntaxNode node, Scope scope)
    {
        if (!HasOperands(node, 2, "a list of variables and a condition"))
        {
            return Nothing(node);
        }

        if (!node[1].IsList)
        {
            context.Expected($"a list of variables after {Quotation.Of(node.Head)}", node[1], "write `(?x - type)`");
            return Nothing(node);
        }

        var parameters = TypedListReader.ReadParameters(node[1].From(0), context);
        var hidden = scope.Enter(parameters);
        var body = Read(node[2], scope);
        scope.Leave(parameters, hidden);
        return node.Head == "forall" ? new ForAllCondition(parameters, body, node.Position) : new ExistsCondition(parameters, body, node.Position);
    }

    private Condition ReadEquality(SyntaxNode node, Scope scope)
    {
        if (!HasOperands(node, 2, "two terms"))
        {
            return Nothing(node);
        }

        if (node[1].IsList || node[2].IsList || IsNumber(node[1]) || IsNumber(node[2]))
        {
            context.Unsupported(UnsupportedFeatures.NumericConditions, node.Position);
            return Nothing(node);
        }

        var left = atoms.ReadTerm(node[1], scope);
        var right = atoms.ReadTerm(node[2], scope);
        return left is null || right is null ? Nothing(node) : new EqualityCondition(left, right, node.Position);
    }

    private bool IsNumber(SyntaxNode node) => NumericTermReader.LooksLikeNumber(node.Name) && !context.Vocabulary.Objects.ContainsKey(node.Name);

    private Condition ReadAtom(SyntaxNode node, Scope scope)
    {
        if (!context.Vocabulary.Predicates.ContainsKey(node.Head) && UnsupportedFeatures.OfCondition(node) is { } feature)
        {
            context.Unsupported(feature, node.Position);
            return Nothing(node);
        }

        if (node.Head == "when")
        {
            context.Expected("a condition", node, "`when` stands in effects; conditions have `imply`");
            return Nothing(node);
        }

        return atoms.ReadPredicate(node, scope, Keywords.ConditionOperators) is { } arguments ? new AtomCondition(node.Head, arguments, node.Position) : Nothing(node);
    }

    private bool HasOperands(SyntaxNode node, int count, string what)
    {
        if (node.Count - 1 == count)
        {
            return true;
        }

        context.Diagnostics.Error(DiagnosticCodes.WrongOperandCount, node.Position, $"{Quotation.Of(node.Head)} takes {what}, {node.Count - 1} given");
        return false;
    }
}
