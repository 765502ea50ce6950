using System.Collections.Immutable;
using Prudence.Planning.Language.Syntax;

namespace Prudence.Planning.Language.Reading;

/// <summary>Reads lists such as <c>a b - block c - (either x y) d</c>.</summary>
internal static class TypedListReader
{
    /// <summary>One item; <paramref name="Type"/> is the symbol or <c>either</c> list behind the dash, if there is one.</summary>
    public readonly record struct Item(SyntaxNode Node, SyntaxNode? Type);

    /// <summary>The items as written; what cannot be an item is reported and left out.</summary>
    /// <param name="children">The list's elements.</param>
    /// <param name="what">What the items are, for messages: variable, object or type.</param>
    /// <param name="context">Where to report.</param>
    public static List<Item> ReadItems(SyntaxNode.Children children, string what, ReadingContext context)
    {
        var items = new List<Item>();
        var untyped = 0;
        while (children.MoveNext())
        {
            var node = children.Current;
            if (node.Name == "-")
            {
                if (!children.MoveNext())
                {
                    context.Diagnostics.Error(DiagnosticCodes.UnexpectedText, node.Position, "a type was expected after `-`, the list ended");
                    break;
                }

                var type = children.Current;
                if (untyped == items.Count)
                {
                    context.Diagnostics.Error(DiagnosticCodes.UnexpectedText, node.Position, $"a {what} was expected before `-`");
                }

                for (; untyped < items.Count; untyped++)
                {
                    items[untyped] = items[untyped] with { Type = type };
                }
            }
            else if (IsItem(node, what, context))
            {
                items.Add(new Item(node, null));
            }
        }

        return items;
    }

    /// <summary>Reads the variables of a schema, quantifier or declaration; in a declaration they say no more than the types, so one may stand twice.</summary>
    public static ImmutableArray<Parameter> ReadParameters(SyntaxNode.Children children, ReadingContext context, bool isDeclaration = false)
    {
        var items = ReadItems(children, "variable", context);
        var parameters = ImmutableArray.CreateBuilder<Parameter>(items.Count);
        var types = new TypeReader(context);
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var item in items)
        {
            if (names.Add(item.Node.Name))
            {
                parameters.Add(new Parameter(item.Node.Name, types.Read(item.Type), item.Node.Position));
            }
            else if (isDeclaration)
            {
                context.Diagnostics.Warning(DiagnosticCodes.DuplicateParameter, item.Node.Position, $"the variable {Quotation.Of(item.Node.Name)} stands twice in this declaration");
                parameters.Add(new Parameter(item.Node.Name, types.Read(item.Type), item.Node.Position));
            }
            else
            {
                context.Diagnostics.Error(DiagnosticCodes.DuplicateParameter, item.Node.Position, $"the variable {Quotation.Of(item.Node.Name)} stands twice in this list");
            }
        }

        return parameters.DrainToImmutable();
    }

    private static bool IsItem(SyntaxNode node, string what, ReadingContext context)
    {
        if (node.IsList || node.IsKeyword)
        {
            context.Expected($"a {what}", node);
            return false;
        }

        if (node.IsVariable && node.Name.Length == 1)
        {
            context.Expected($"a {what}", node, "a variable has a name behind its `?`");
            return false;
        }

        if (node.IsVariable == (what == "variable"))
        {
            return true;
        }

        var hint = what == "variable" ? $"write `?{Quotation.Cut(node.Name.TrimStart('-'))}`" : "names of variables begin with `?`, other names do not";
        if (what == "variable" && node.Name.StartsWith('-'))
        {
            hint = $"put a blank behind the dash: `- {Quotation.Cut(node.Name[1..])}`";
        }

        context.Expected($"a {what}", node, hint);
        return false;
    }
}
