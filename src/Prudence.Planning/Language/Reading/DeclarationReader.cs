using System.Collections.Immutable;
using Prudence.Planning.Language.Syntax;

namespace Prudence.Planning.Language.Reading;

/// <summary>Reads <c>:predicates</c> and <c>:functions</c>.</summary>
internal sealed class DeclarationReader(ReadingContext context)
{
    private readonly Vocabulary vocabulary = context.Vocabulary;

    public ImmutableArray<PredicateDeclaration> ReadPredicates(SyntaxNode section)
    {
        var predicates = ImmutableArray.CreateBuilder<PredicateDeclaration>(section.Count);
        foreach (var node in section.From(1))
        {
            if (!IsDeclaration(node, "a predicate such as `(on ?x ?y)`"))
            {
                vocabulary.PredicatesIncomplete |= node.IsList;
                continue;
            }

            var added = new PredicateDeclaration(node.Head, TypedListReader.ReadParameters(node.From(1), context, isDeclaration: true), node.Position);
            if (Keywords.IsReserved(added.Name))
            {
                context.Diagnostics.Error(DiagnosticCodes.ReservedName, node.Position, $"{Quotation.Of(added.Name)} is a word of PDDL; a predicate cannot have this name");
            }
            else if (vocabulary.Predicates.TryAdd(added.Name, added))
            {
                predicates.Add(added);
                WarnOfType(added);
            }
            else
            {
                ReportDuplicate("predicate", added.Name, added.Parameters, vocabulary.Predicates[added.Name].Parameters, vocabulary.Predicates[added.Name].Position, added.Position);
            }
        }

        return predicates.DrainToImmutable();
    }

    public ImmutableArray<FunctionDeclaration> ReadFunctions(SyntaxNode section)
    {
        var functions = ImmutableArray.CreateBuilder<FunctionDeclaration>(section.Count);
        for (var rest = section.From(1); rest.MoveNext();)
        {
            var node = rest.Current;
            if (node.Name == "-")
            {
                ReadFunctionType(node, ref rest);
                continue;
            }

            if (!IsDeclaration(node, "a function such as `(distance ?x ?y)`"))
            {
                vocabulary.FunctionsIncomplete = true;
                continue;
            }

            var added = new FunctionDeclaration(node.Head, TypedListReader.ReadParameters(node.From(1), context, isDeclaration: true), node.Position);
            if (vocabulary.Functions.TryAdd(added.Name, added))
            {
                functions.Add(added);
            }
            else
            {
                ReportDuplicate("function", added.Name, added.Parameters, vocabulary.Functions[added.Name].Parameters, vocabulary.Functions[added.Name].Position, added.Position);
            }
        }

        return functions.DrainToImmutable();
    }

    private void ReadFunctionType(SyntaxNode dash, ref SyntaxNode.Children rest)
    {
        if (!rest.MoveNext())
        {
            context.Diagnostics.Error(DiagnosticCodes.UnexpectedText, dash.Position, "`number` was expected after `-`, the list ended");
        }
        else if (rest.Current.Name != "number")
        {
            context.Unsupported(UnsupportedFeatures.ObjectFluents, rest.Current.Position);
        }
    }

    private bool IsDeclaration(SyntaxNode node, string what)
    {
        if (node.IsList && node.Head.Length > 0 && !node.First.IsKeyword && !node.First.IsVariable)
        {
            return true;
        }

        context.Expected(what, node);
        return false;
    }

    private void WarnOfType(PredicateDeclaration predicate)
    {
        if (vocabulary.Types.Contains(predicate.Name) && predicate.Name != "object")
        {
            context.Diagnostics.Warning(DiagnosticCodes.PredicateNamedLikeType, predicate.Position, $"the predicate {Quotation.Of(predicate.Name)} is named like a type", "the two have nothing to do with each other; give one another name");
        }
    }

    private void ReportDuplicate(
        string kind, string name, ImmutableArray<Parameter> added, ImmutableArray<Parameter> known, SourcePosition first, SourcePosition position)
    {
        var message = $"the {kind} {Quotation.Of(name)} is declared already, in line {first.Line}";
        if (added.Select(p => p.Type.ToString()).SequenceEqual(known.Select(p => p.Type.ToString())))
        {
            context.Diagnostics.Warning(DiagnosticCodes.DuplicateDeclaration, position, message, "remove one of them");
        }
        else
        {
            context.Diagnostics.Error(DiagnosticCodes.DuplicateDeclaration, position, $"{message}, as {AtomReader.Show(name, known)}", "give one of them another name");
        }
    }
}
