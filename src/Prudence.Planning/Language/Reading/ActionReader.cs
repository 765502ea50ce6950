using System.Collections.Immutable;
using Prudence.Planning.Language.Syntax;

namespace Prudence.Planning.Language.Reading;

/// <summary>Reads actions and derived predicates.</summary>
internal sealed class ActionReader(ReadingContext context, AtomReader atoms, ConditionReader conditions, EffectReader effects)
{
    private readonly DiagnosticBag diagnostics = context.Diagnostics;
    private readonly HashSet<string> actions = new(StringComparer.Ordinal);

    /// <summary>Reads an action; null if it has no name.</summary>
    public ActionSchema? ReadAction(SyntaxNode list)
    {
        context.BeginSection();
        if (list.Count < 2 || list[1].IsList || list[1].IsKeyword)
        {
            diagnostics.Error(DiagnosticCodes.UnexpectedText, list.Position, "a name was expected after `:action`");
            return null;
        }

        var name = list[1].Name;
        if (!actions.Add(name))
        {
            diagnostics.Error(DiagnosticCodes.DuplicateAction, list[1].Position, $"there is an action {Quotation.Of(name)} already", "give one of them another name");
        }

        var parts = SplitParts(list);
        var scope = new Scope();
        var parameters = ReadParameters(list, parts, scope);
        scope.Enter(parameters);
        var precondition = ReadPrecondition(list, parts, scope);
        var effect = ReadEffect(list, parts, scope);
        if (scope.IsMissing && diagnostics.IsFirst(DiagnosticCodes.MissingParameters, name))
        {
            diagnostics.Warning(DiagnosticCodes.MissingParameters, list.Position, $"the action {Quotation.Of(name)} has no `:parameters`", "write `:parameters ()`");
        }

        return new ActionSchema(name, parameters, precondition, effect, list.Position);
    }

    /// <summary>Reads a rule; null if its head is wrong.</summary>
    public DerivedPredicate? ReadDerived(SyntaxNode list)
    {
        context.BeginSection();
        if (list.Count != 3 || !list[1].IsList || list[1].Head.Length == 0)
        {
            diagnostics.Error(DiagnosticCodes.UnexpectedText, list.Position, "`:derived` takes an atom with variables and a condition", "for example `(:derived (above ?x ?y) (on ?x ?y))`");
            return null;
        }

        var head = list[1];
        var parameters = TypedListReader.ReadParameters(head.From(1), context);
        var scope = new Scope();
        scope.Enter(parameters);
        var condition = conditions.Read(list[2], scope);
        if (!context.Vocabulary.Predicates.TryGetValue(head.Head, out var declaration))
        {
            return atoms.ReadPredicate(head, scope, []) is null ? null : throw new InvalidOperationException("an undeclared predicate was read");
        }

        if (declaration.Parameters.Length != parameters.Length)
        {
            diagnostics.Error(
                DiagnosticCodes.WrongArity, head.Position, $"{Quotation.Of(head.Head)} takes {declaration.Parameters.Length} arguments, {parameters.Length} given",
                $"it is declared as {AtomReader.Show(head.Head, declaration.Parameters)}");
        }

        return new DerivedPredicate(head.Head, parameters, condition, list.Position);
    }

    private Dictionary<string, List<SyntaxNode>> SplitParts(SyntaxNode list)
    {
        var parts = new Dictionary<string, List<SyntaxNode>>(StringComparer.Ordinal);
        List<SyntaxNode>? values = null;
        foreach (var node in list.From(2))
        {
            if (node.IsKeyword)
            {
                values = BeginPart(node, parts);
            }
            else if (values is null)
            {
                context.Expected("`:parameters`, `:precondition` or `:effect`", node);
                values = [];
            }
            else
            {
                values.Add(node);
            }
        }

        return parts;
    }

    private List<SyntaxNode> BeginPart(SyntaxNode node, Dictionary<string, List<SyntaxNode>> parts)
    {
        var keyword = node.Name;
        if (!Keywords.ActionParts.Contains(keyword))
        {
            if (UnsupportedFeatures.OfActionPart(keyword) is { } feature)
            {
                context.Unsupported(feature, node.Position);
                return [];
            }

            var near = Spelling.Nearest(keyword, Keywords.ActionParts);
            diagnostics.Error(
                DiagnosticCodes.UnknownActionPart, node.Position, $"{Quotation.Of(keyword)} is no part of an action",
                near is null ? "an action has `:parameters`, `:precondition` and `:effect`" : $"did you mean `{near}`?");
            keyword = near ?? "";
        }

        var values = new List<SyntaxNode>();
        if (keyword.Length > 0 && !parts.TryAdd(keyword, values))
        {
            diagnostics.Error(DiagnosticCodes.DuplicateSection, node.Position, $"`{keyword}` stands twice in this action", "put both together");
        }

        return values;
    }

    private ImmutableArray<Parameter> ReadParameters(SyntaxNode list, Dictionary<string, List<SyntaxNode>> parts, Scope scope)
    {
        if (!parts.TryGetValue(":parameters", out var values))
        {
            scope.IsMissing = true;
            return [];
        }

        if (values.Count == 1 && values[0].IsList)
        {
            return TypedListReader.ReadParameters(values[0].From(0), context);
        }

        var position = values.Count == 0 ? list.Position : values.Count == 1 ? values[0].Position : values[0].IsList ? values[1].Position : values[0].Position;
        diagnostics.Error(DiagnosticCodes.UnexpectedText, position, "one list of variables was expected after `:parameters`", "write `:parameters (?x ?y - type)`");
        scope.IsIncomplete = true;
        return values is [{ IsList: true }, ..] ? TypedListReader.ReadParameters(values[0].From(0), context) : [];
    }

    private Condition ReadPrecondition(SyntaxNode list, Dictionary<string, List<SyntaxNode>> parts, Scope scope)
    {
        if (!parts.TryGetValue(":precondition", out var values))
        {
            return new AndCondition([], list.Position);
        }

        switch (values.Count)
        {
            case 0:
                diagnostics.Error(DiagnosticCodes.UnexpectedText, list.Position, "a condition was expected after `:precondition`", "leave `:precondition` out where there is none");
                return new AndCondition([], list.Position);
            case 1:
                return conditions.Read(values[0], scope, mayBeEmpty: true);
            default:
                return conditions.ReadSideBySide(values, scope, values[0].Position);
        }
    }

    private Effect ReadEffect(SyntaxNode list, Dictionary<string, List<SyntaxNode>> parts, Scope scope)
    {
        if (!parts.TryGetValue(":effect", out var values))
        {
            return new AndEffect([], list.Position);
        }

        switch (values.Count)
        {
            case 0:
                diagnostics.Error(DiagnosticCodes.UnexpectedText, list.Position, "an effect was expected after `:effect`", "leave `:effect` out where there is none");
                return new AndEffect([], list.Position);
            case 1:
                return effects.Read(values[0], scope, mayBeEmpty: true);
            default:
                return effects.ReadSideBySide(values, scope, values[0].Position);
        }
    }
}
