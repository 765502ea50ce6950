using System.Collections.Immutable;
using Prudence.Planning.Language.Syntax;

namespace Prudence.Planning.Language.Reading;

/// <summary>Reads <c>:constants</c> and <c>:objects</c>.</summary>
internal static class ObjectReader
{
    /// <summary>Reads the objects and adds them to the vocabulary.</summary>
    public static ImmutableArray<PddlObject> Read(SyntaxNode section, ReadingContext context, bool mayDeclareTypes)
    {
        var items = TypedListReader.ReadItems(section.From(1), "name", context);
        var objects = ImmutableArray.CreateBuilder<PddlObject>(items.Count);
        var types = new TypeReader(context, mayDeclareTypes);
        foreach (var item in items)
        {
            var added = new PddlObject(item.Node.Name, types.Read(item.Type), item.Node.Position);
            if (context.Vocabulary.Objects.TryAdd(added.Name, added))
            {
                objects.Add(added);
            }
            else
            {
                ReportDuplicate(added, context.Vocabulary.Objects[added.Name], item.Type is null, context);
            }
        }

        return objects.DrainToImmutable();
    }

    private static void ReportDuplicate(PddlObject added, PddlObject known, bool isUntyped, ReadingContext context)
    {
        var kind = known.Position.File == added.Position.File ? "an object" : "a constant of the domain";
        if (isUntyped || known.Type.Alternatives.SequenceEqual(added.Type.Alternatives))
        {
            context.Diagnostics.Warning(DiagnosticCodes.DuplicateObject, added.Position, $"{Quotation.Of(added.Name)} is {kind} already, declared in line {known.Position.Line}", "remove one of them");
        }
        else
        {
            context.Diagnostics.Error(
                DiagnosticCodes.DuplicateObject, added.Position, $"{Quotation.Of(added.Name)} is {kind} already, of type {Quotation.Of(known.Type.ToString())}, declared in line {known.Position.Line}",
                "for several types write `NAME - (either ...)`, or give one of them another name");
        }
    }
}
