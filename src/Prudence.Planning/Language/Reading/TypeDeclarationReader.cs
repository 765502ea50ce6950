using System.Collections.Immutable;
using Prudence.Planning.Language.Syntax;

namespace Prudence.Planning.Language.Reading;

/// <summary>Reads <c>:types</c>. Supertypes may be declared after their subtypes, or not at all.</summary>
internal sealed class TypeDeclarationReader(ReadingContext context)
{
    private readonly TypeTable types = context.Vocabulary.Types;

    public void Read(SyntaxNode section)
    {
        var items = TypedListReader.ReadItems(section.From(1), "type", context);
        if (items.Count > TypeTable.MaximumTypes / 2)
        {
            context.Diagnostics.Error(DiagnosticCodes.TooManyTypes, section.Position, $"more than {TypeTable.MaximumTypes / 2} types");
            types.IsIncomplete = true;
            return;
        }

        types.Add(new PddlType("object", [], section.Position));
        foreach (var item in items)
        {
            if (item.Node.Name != "object" && !types.Contains(item.Node.Name))
            {
                types.Add(new PddlType(item.Node.Name, ["object"], item.Node.Position));
            }
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        var reader = new TypeReader(context);
        foreach (var item in items)
        {
            ReadParents(item, seen.Add(item.Node.Name), reader);
        }
    }

    private void ReadParents(TypedListReader.Item item, bool isFirst, TypeReader reader)
    {
        var name = item.Node.Name;
        if (name == "object")
        {
            if (item.Type is { } type && type.Name != "object")
            {
                context.Diagnostics.Warning(DiagnosticCodes.ObjectRedeclared, item.Node.Position, "`object` is the type of everything; it has no supertype", "remove it from `:types`");
                reader.Read(type);
            }

            return;
        }

        ImmutableArray<string> parents = item.Type is { } written ? reader.Read(written).Alternatives.Remove(TypeTable.Unreadable) : [];
        parents = parents.IsEmpty ? ["object"] : parents;
        if (isFirst)
        {
            types[name] = types[name] with { Parents = parents };
        }
        else
        {
            var known = types[name].Parents;
            context.Diagnostics.Warning(
                DiagnosticCodes.DuplicateType, item.Node.Position, $"the type {Quotation.Of(name)} is declared already, below {Quotation.Of(string.Join(' ', known))}",
                known.SequenceEqual(parents) ? "remove one of them" : "both supertypes count");
            ImmutableArray<string> union = [.. known.Concat(parents).Distinct().Where(p => p != "object")];
            types[name] = types[name] with { Parents = union.IsEmpty ? ["object"] : union };
        }
    }
}
