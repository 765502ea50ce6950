using System.Collections.Immutable;
using Prudence.Planning.Language.Syntax;

namespace Prudence.Planning.Language.Reading;

/// <summary>Reads effects. What is wrong is reported and replaced by the empty conjunction.</summary>
internal sealed class EffectReader(ReadingContext context, AtomReader atoms, ConditionReader conditions, NumericTermReader numbers)
{
    /// <summary>Reads an effect; where <paramref name="mayBeEmpty"/>, <c>()</c> stands for no effect.</summary>
    public Effect Read(SyntaxNode node, Scope scope, bool mayBeEmpty = false) => Read(node, scope, mayBeEmpty, isConditional: false);

    /// <summary>Reads effects that stand side by side where one is expected: they are taken as a conjunction.</summary>
    public AndEffect ReadSideBySide(IEnumerable<SyntaxNode> nodes, Scope scope, SourcePosition position)
    {
        context.Diagnostics.Warning(DiagnosticCodes.MissingAnd, position, "several effects stand here without `and`", "write `(and ...)` around them");
        return new AndEffect([.. nodes.Select(n => Read(n, scope))], position);
    }

    private static AndEffect Nothing(SyntaxNode node) => new([], node.Position);

    private Effect Read(SyntaxNode node, Scope scope, bool mayBeEmpty, bool isConditional)
    {
        if (node.IsSymbol)
        {
            context.Expected("an effect in parentheses", node, context.Vocabulary.Predicates.ContainsKey(node.Name) ? $"write `({node.Name})`" : null);
            return Nothing(node);
        }

        if (node.Count == 0)
        {
            if (!mayBeEmpty)
            {
                context.Diagnostics.Warning(DiagnosticCodes.EmptyCondition, node.Position, "`()` is no effect; it changes nothing", "write `(and)` or leave it out");
            }

            return Nothing(node);
        }

        if (node.First.IsList)
        {
            context.Diagnostics.Warning(DiagnosticCodes.MissingAnd, node.Position, "a list of effects stands here without `and`", "write `(and ...)`");
            return new AndEffect(ReadOperands(node, 0, scope, isConditional), node.Position);
        }

        return ReadList(node, scope, isConditional);
    }

    private Effect ReadList(SyntaxNode node, Scope scope, bool isConditional)
    {
        switch (node.Head)
        {
            case "and":
                return new AndEffect(ReadOperands(node, 1, scope, isConditional), node.Position);
            case "not":
                return ReadDelete(node, scope);
            case "forall":
                return ReadForAll(node, scope);
            case "when":
                return HasOperands(node, 2, "a condition and an effect")
                    ? new ConditionalEffect(conditions.Read(node[1], scope), Read(node[2], scope, false, isConditional: true), node.Position)
                    : Nothing(node);
            case "increase":
                return ReadIncrease(node, scope, isConditional);
            case "or" or "imply" or "exists" or "=":
                context.Diagnostics.Error(DiagnosticCodes.InvalidEffect, node.Position, $"{Quotation.Of(node.Head)} cannot stand in an effect", "effects are atoms, `not`, `and`, `forall`, `when` and `increase`");
                return Nothing(node);
            default:
                return ReadAtom(node, isDelete: false, scope);
        }
    }

    private ImmutableArray<Effect> ReadOperands(SyntaxNode node, int first, Scope scope, bool isConditional)
    {
        var operands = ImmutableArray.CreateBuilder<Effect>(node.Count - first);
        foreach (var operand in node.From(first))
        {
            operands.Add(Read(operand, scope, false, isConditional));
        }

        return operands.MoveToImmutable();
    }

    private Effect ReadDelete(SyntaxNode node, Scope scope)
    {
        if (!HasOperands(node, 1, "one atom"))
        {
            return Nothing(node);
        }

        var atom = node[1];
        if (atom.IsSymbol || atom.Head.Length == 0 || Keywords.ConditionOperators.Contains(atom.Head) || atom.Head == "when")
        {
            context.Expected("an atom after `not`", atom, "in an effect, `not` makes one atom false");
            return Nothing(node);
        }

        return ReadAtom(atom, isDelete: true, scope);
    }

    private Effect ReadForAll(SyntaxNode node, Scope scope)
    {
        if (!HasOperands(node, 2, "a list of variables and an effect"))
        {
            return Nothing(node);
        }

        if (!node[1].IsList)
        {
            context.Expected("a list of variables after `forall`", node[1], "write `(?x - type)`");
            return Nothing(node);
        }

        var parameters = TypedListReader.ReadParameters(node[1].From(0), context);
        var hidden = scope.Enter(parameters);
        var body = Read(node[2], scope, false, isConditional: true);
        scope.Leave(parameters, hidden);
        return new ForAllEffect(parameters, body, node.Position);
    }

    private Effect ReadIncrease(SyntaxNode node, Scope scope, bool isConditional)
    {
        if (!HasOperands(node, 2, "a function and an amount"))
        {
            return Nothing(node);
        }

        var function = node[1].IsSymbol ? node[1].Name : node[1].Head;
        if (function != "total-cost")
        {
            context.Unsupported(UnsupportedFeatures.NumericFluents, node.Position);
            return Nothing(node);
        }

        if (isConditional)
        {
            context.Unsupported(UnsupportedFeatures.ConditionalCosts, node.Position);
            return Nothing(node);
        }

        if (node[1].IsSymbol)
        {
            context.Diagnostics.Warning(DiagnosticCodes.MissingParentheses, node[1].Position, "the function `total-cost` stands without parentheses", "write `(total-cost)`");
        }

        context.WarnOfUndeclaredTotalCost(node[1].Position);
        var amount = numbers.Read(node[2], scope);
        if (amount is NumberTerm { Value: < 0 })
        {
            context.Diagnostics.Error(DiagnosticCodes.NegativeCost, node[2].Position, $"the cost {Quotation.Of(node[2].Name)} is negative; costs are zero or more");
        }

        return new CostEffect(amount, node.Position);
    }

    private Effect ReadAtom(SyntaxNode node, bool isDelete, Scope scope)
    {
        if (!context.Vocabulary.Predicates.ContainsKey(node.Head) && UnsupportedFeatures.OfEffect(node) is { } feature)
        {
            context.Unsupported(feature, node.Position);
            return Nothing(node);
        }

        if (context.Vocabulary.Derived.Contains(node.Head))
        {
            context.Diagnostics.Error(DiagnosticCodes.DerivedChanged, node.Position, $"{Quotation.Of(node.Head)} is derived; an action cannot change it", "change what it is derived from");
            return Nothing(node);
        }

        return atoms.ReadPredicate(node, scope, Keywords.EffectOperators) is { } arguments ? new AtomEffect(node.Head, arguments, isDelete, node.Position) : Nothing(node);
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
