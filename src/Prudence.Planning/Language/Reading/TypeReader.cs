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
            known.Add(node.Index, type = new TypeReference(ReadNames(node)));
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
            else if (Resolve(rest.Current) is var name && !names.Contains(name))
            {
                names.Add(name);
            }
        }

        return names.Count == 0 ? ["object"] : names.DrainToImmutable();
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
            return "object";
        }

        if (types.IsIncomplete)
        {
            return "object";
        }

        var near = context.Diagnostics.WantsHints ? Spelling.Nearest(name, types.Declared) : null;
        if (near is not null && !Spelling.DifferInDigitsOnly(near, name))
        {
            context.Unknown(DiagnosticCodes.UnknownType, "type", node, types.Declared);
            return "object";
        }

        if (context.Diagnostics.IsFirst(DiagnosticCodes.UndeclaredType, name))
        {
            var consequence = mayDeclare ? "it is taken as a type below `object`" : "its objects are taken as plain objects";
            context.Diagnostics.Warning(DiagnosticCodes.UndeclaredType, node.Position, $"the type {Quotation.Of(name)} is not declared; {consequence}", "declare it in `:types`");
        }

        if (!mayDeclare)
        {
            return "object";
        }

        if (types.Count >= TypeTable.MaximumTypes)
        {
            return "object";
        }

        types.AddGuessed(new PddlType(name, ["object"], node.Position));
        return name;
    }
}
