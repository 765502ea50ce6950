using System.Collections.Immutable;
using Prudence.Planning.Language.Syntax;

namespace Prudence.Planning.Language.Reading;

/// <summary>Reads uses of types. A type that is not declared is declared at its first use, unless it looks like a slip.</summary>
internal sealed class TypeReader(ReadingContext context, bool mayDeclare = true)
{
    private readonly Dictionary<int, TypeReference> known = [];

    /// <summary>The type behind a dash; <c>object</c> where none is written.</summary>
    public TypeReference Read(SyntaxNode? written)
    {
        if (written is not { } node)
        {
            return TypeReference.Object;
        }

        if (!known.TryGetValue(node.Index, out var type))
        {
            type = node.IsSymbol ? context.Vocabulary.Types.ReferenceTo(Resolve(node)) : new TypeReference(ReadNames(node));
            known.Add(node.Index, type);
        }

        return type;
    }

    /// <summary>The names of a type or an <c>either</c> list; never empty.</summary>
    public ImmutableArray<string> ReadNames(SyntaxNode node)
    {
        if (node.IsSymbol)
        {
            return [Resolve(node)];
        }

        var names = ImmutableArray.CreateBuilder<string>();
        var distinct = new HashSet<string>(StringComparer.Ordinal);
        var start = node.Head == "either" ? 1 : 0;
        if (start == 0)
        {
            context.Expected("a type or `(either ...)`", node);
        }
        else if (node.Count == 1)
        {
            context.Diagnostics.Error(DiagnosticCodes.UnexpectedText, node.Position, "types were expected after `either`");
        }

        for (var rest = node.From(start); start == 1 && rest.MoveNext();)
        {
            if (rest.Current.IsList)
            {
                context.Expected("a type", rest.Current);
            }
            else if (Resolve(rest.Current) is var name && distinct.Add(name))
            {
                names.Add(name);
            }
        }

        return names.Count == 0 ? [TypeTable.Unreadable] : names.DrainToImmutable();
    }

    private string Resolve(SyntaxNode node)
    {
        var types = context.Vocabulary.Types;
        var name = node.Name;
        if (types.Contains(name))
        {
            return name;
        }

        if (node.IsVariable || node.IsKeyword || name == "-")
        {
            context.Expected("a type", node);
            return TypeTable.Unreadable;
        }

        if (types.Count >= TypeTable.MaximumTypes && !types.IsIncomplete)
        {
            context.Diagnostics.Error(DiagnosticCodes.TooManyTypes, node.Position, $"there are more than {TypeTable.MaximumTypes} types");
            types.IsIncomplete = true;
        }

        if (types.IsIncomplete)
        {
            return TypeTable.Unreadable;
        }

        return mayDeclare ? Guess(node) : Replace(node);
    }

    /// <summary>In a domain, an undeclared type becomes a type, unless it looks like a slip.</summary>
    private string Guess(SyntaxNode node)
    {
        var types = context.Vocabulary.Types;
        var near = context.Diagnostics.WantsHints ? Spelling.Nearest(node.Name, types.Declared) : null;
        if (near is not null && !Spelling.DifferInDigitsOnly(near, node.Name))
        {
            context.Unknown(DiagnosticCodes.UnknownType, "type", node, types.Declared);
            return TypeTable.Unreadable;
        }

        context.Diagnostics.Warning(
            DiagnosticCodes.UndeclaredType, node.Position, $"the type {Quotation.Of(node.Name)} is not declared; it is taken as a type below `object`", "declare it in `:types`");
        types.Add(new PddlType(node.Name, ["object"], node.Position) { IsGuessed = true });
        return node.Name;
    }

    /// <summary>In a problem, an undeclared type is wrong, unless the domain does without types.</summary>
    private string Replace(SyntaxNode node)
    {
        var types = context.Vocabulary.Types;
        if (types.Count > 1)
        {
            context.Unknown(DiagnosticCodes.UnknownType, "type", node, types.Declared, $"the domain has the types {Quotation.List(types.Declared.Where(t => t != "object"))}");
            return TypeTable.Unreadable;
        }

        if (context.Diagnostics.IsFirst(DiagnosticCodes.UndeclaredType, node.Name))
        {
            context.Diagnostics.Warning(
                DiagnosticCodes.UndeclaredType, node.Position, $"the domain has no type {Quotation.Of(node.Name)}; its objects are taken as plain objects", "declare it in the domain's `:types`, or leave it out");
        }

        return "object";
    }
}
