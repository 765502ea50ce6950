using System.Collections.Immutable;
using Prudence.Planning.Language.Syntax;

namespace Prudence.Planning.Language.Reading;

/// <summary>Reads and checks a domain.</summary>
internal sealed class DomainReader
{
    private readonly ReadingContext context;
    private readonly DiagnosticBag diagnostics;
    private readonly Vocabulary vocabulary = new();
    private readonly ActionReader actions;

    private DomainReader(DiagnosticBag diagnostics)
    {
        this.diagnostics = diagnostics;
        context = new ReadingContext(diagnostics, vocabulary);
        var atoms = new AtomReader(context);
        var conditions = new ConditionReader(context, atoms);
        actions = new ActionReader(context, atoms, conditions, new EffectReader(context, atoms, conditions, new NumericTermReader(context, atoms)));
    }

    /// <summary>Reads a domain as well as it can be read, whatever errors it has; null if there is nothing to go on.</summary>
    public static (PddlDomain Domain, Vocabulary Vocabulary)? Read(string text, string file, DiagnosticBag diagnostics)
    {
        var reader = new DomainReader(diagnostics);
        if (SyntaxTreeBuilder.Build(text, file, diagnostics) is not { } tree || Definition.Find(tree, "domain", reader.context) is not { } definition)
        {
            return null;
        }

        return (reader.ReadSections(definition), reader.vocabulary);
    }

    private PddlDomain ReadSections(Definition definition)
    {
        vocabulary.DomainName = definition.Name;
        vocabulary.Types.IsIncomplete = vocabulary.ObjectsIncomplete = vocabulary.PredicatesIncomplete = vocabulary.FunctionsIncomplete = definition.IsIncomplete;
        var requirements = SectionReader.Read(context, definition.Section(":requirements"), section => RequirementReader.Read(section, context));
        vocabulary.Requirements.UnionWith(requirements);
        ReadTypes(definition.Section(":types"));
        vocabulary.ObjectsIncomplete |= definition.Section(":constants") is { IsDamaged: true };
        var constants = SectionReader.Read(context, definition.Section(":constants"), section => ObjectReader.Read(section, context, mayDeclareTypes: true));
        vocabulary.PredicatesMissing = definition.Section(":predicates") is null;
        vocabulary.PredicatesIncomplete |= definition.Section(":predicates") is { IsDamaged: true };
        var declarations = new DeclarationReader(context);
        var predicates = SectionReader.Read(context, definition.Section(":predicates"), declarations.ReadPredicates);
        vocabulary.FunctionsIncomplete |= definition.Section(":functions") is { IsDamaged: true };
        var functions = SectionReader.Read(context, definition.Section(":functions"), declarations.ReadFunctions);
        foreach (var schema in definition.Rules)
        {
            if (schema.Count > 1)
            {
                vocabulary.Derived.Add(schema[1].Head);
            }
        }

        // Rules first, as they are written back: types that are not declared are numbered by their first use.
        var rules = ReadAll(definition.Rules, actions.ReadDerived);
        var schemas = ReadAll(definition.Actions, actions.ReadAction);
        var domain = new PddlDomain(
            definition.Name, requirements, vocabulary.Types.ToImmutable(), constants, predicates, functions, rules, schemas, definition.List.Position);
        if (!diagnostics.HasErrors)
        {
            RequirementReader.WarnOfMissing(RequirementUse.Of(domain), definition.List.Position, definition.Section(":requirements") is not null, context);
        }

        return domain;
    }

    private void ReadTypes(SyntaxNode? section)
    {
        vocabulary.Types.IsIncomplete |= section is { IsDamaged: true };
        SectionReader.Read(context, section, node =>
        {
            new TypeDeclarationReader(context).Read(node);
            return ImmutableArray<int>.Empty;
        });
        if (!vocabulary.Types.Contains("object"))
        {
            vocabulary.Types.Add(new PddlType("object", [], section?.Position ?? default));
        }

        if (vocabulary.Types.Close() is { } cyclic)
        {
            diagnostics.Error(DiagnosticCodes.CyclicTypes, cyclic.Position, $"the type {Quotation.Of(cyclic.Name)} is, by way of its supertypes, a part of itself");
        }
    }

    private ImmutableArray<T> ReadAll<T>(List<SyntaxNode> nodes, Func<SyntaxNode, T?> read)
        where T : class
    {
        var all = ImmutableArray.CreateBuilder<T>(nodes.Count);
        foreach (var node in nodes)
        {
            SectionReader.Muted(context, node, () =>
            {
                if (read(node) is { } one)
                {
                    all.Add(one);
                }
            });
        }

        return all.DrainToImmutable();
    }
}
