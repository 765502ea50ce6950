using System.Collections.Immutable;
using Prudence.Planning.Language.Syntax;

namespace Prudence.Planning.Language.Reading;

/// <summary>Reads a predicate or function with its arguments, and checks them against the declaration.</summary>
internal sealed class AtomReader(ReadingContext context)
{
    private readonly Vocabulary vocabulary = context.Vocabulary;
    private readonly DiagnosticBag diagnostics = context.Diagnostics;

    /// <summary>The type of an object whose declaration is not known.</summary>
    private static TypeReference Unknown { get; } = new([TypeTable.Unreadable]);

    /// <summary>The arguments of a predicate; null if an error was reported or the predicate's declaration was unreadable.</summary>
    /// <param name="list">The atom.</param>
    /// <param name="scope">The variables that can be used; null where variables cannot stand.</param>
    /// <param name="operators">Words that could have been meant instead of a predicate.</param>
    public ImmutableArray<Term>? ReadPredicate(SyntaxNode list, Scope? scope, IEnumerable<string> operators)
    {
        var name = list.Head;
        if (vocabulary.Predicates.TryGetValue(name, out var declaration))
        {
            return ReadArguments(list, declaration.Parameters, scope);
        }

        if (vocabulary.PredicatesIncomplete)
        {
            return null;
        }

        if (vocabulary.PredicatesMissing)
        {
            if (diagnostics.IsFirst(DiagnosticCodes.MissingSection, ":predicates"))
            {
                diagnostics.Error(DiagnosticCodes.MissingSection, list.Position, $"{Quotation.Of(name)} is used, but the domain has no `:predicates`", "write `(:predicates (NAME ?x ?y) ...)`");
            }

            return null;
        }

        var holdsLists = list.Count > 1 && list[1].IsList;
        IEnumerable<string> known = holdsLists ? operators : vocabulary.Predicates.Keys;
        var otherwise = vocabulary.Functions.ContainsKey(name) ? $"{Quotation.Of(name)} is a function" :
            vocabulary.Types.Contains(name) ? $"{Quotation.Of(name)} is a type, not a predicate" :
            vocabulary.Objects.ContainsKey(name) ? $"{Quotation.Of(name)} is an object, not a predicate" :
            vocabulary.Awaited is null ? $"the domain has the predicates {Quotation.List(vocabulary.Predicates.Keys)}" : "declare it in `:predicates`";
        context.Unknown(DiagnosticCodes.UnknownPredicate, "predicate", list.First, known, otherwise);
        return null;
    }

    /// <summary>The arguments of a function; null if an error was reported.</summary>
    public ImmutableArray<Term>? ReadFunction(SyntaxNode list, Scope? scope)
    {
        if (vocabulary.Functions.TryGetValue(list.Head, out var declaration))
        {
            return ReadArguments(list, declaration.Parameters, scope);
        }

        if (!vocabulary.FunctionsIncomplete)
        {
            context.Unknown(DiagnosticCodes.UnknownFunction, "function", list.First, vocabulary.Functions.Keys, "declare it in `:functions`");
        }

        return null;
    }

    /// <summary>A variable or object; null if an error was reported.</summary>
    public Term? ReadTerm(SyntaxNode node, Scope? scope) => TypeOfTerm(node, scope) is null ? null : new Term(node.Name, node.Position);

    /// <summary>Shows how a predicate or function is used: its name and its parameters.</summary>
    internal static string Show(string name, ImmutableArray<Parameter> parameters)
    {
        var shown = parameters.Take(12).Select(p => p.Type == TypeReference.Object || p.Type.ToString() == "object" ? p.Name : $"{p.Name} - {p.Type}");
        return $"`({Quotation.Cut(name)}{string.Concat(shown.Select(s => " " + s))}{(parameters.Length > 12 ? " ..." : "")})`";
    }

    private ImmutableArray<Term>? ReadArguments(SyntaxNode list, ImmutableArray<Parameter> parameters, Scope? scope)
    {
        if (list.Count - 1 != parameters.Length)
        {
            ReportArity(list, parameters);
            return null;
        }

        var isGood = true;
        var terms = ImmutableArray.CreateBuilder<Term>(parameters.Length);
        foreach (var node in list.From(1))
        {
            if (TypeOfTerm(node, scope) is { } type)
            {
                isGood = isGood && CheckType(node, type, list, parameters, terms.Count);
                terms.Add(new Term(node.Name, node.Position));
            }
            else
            {
                return CheckRest(list, terms.Count + 1, scope);
            }
        }

        return terms.MoveToImmutable();
    }

    /// <summary>Reports what is wrong with the arguments behind a wrong one.</summary>
    private ImmutableArray<Term>? CheckRest(SyntaxNode list, int next, Scope? scope)
    {
        foreach (var node in list.From(next + 1))
        {
            TypeOfTerm(node, scope);
        }

        return null;
    }

    private void ReportArity(SyntaxNode list, ImmutableArray<Parameter> parameters)
    {
        var given = list.Count - 1;
        var needed = parameters.Length switch
        {
            0 => "no arguments",
            1 => "1 argument",
            var n => $"{n} arguments",
        };
        diagnostics.Error(
            DiagnosticCodes.WrongArity, list.Position, $"{Quotation.Of(list.Head)} takes {needed}, {(given == 0 ? "none" : given)} {(given == 1 ? "is" : "are")} given",
            $"it is declared as {Show(list.Head, parameters)}");
    }

    private TypeReference? TypeOfTerm(SyntaxNode node, Scope? scope)
    {
        if (node.IsList)
        {
            if (vocabulary.Functions.ContainsKey(node.Head))
            {
                context.Unsupported(UnsupportedFeatures.ObjectFluents, node.Position);
            }
            else
            {
                context.Expected(scope is null ? "an object" : "a variable or an object", node, "is a `)` missing before it?");
            }

            return null;
        }

        if (node.IsVariable)
        {
            return TypeOfVariable(node, scope);
        }

        if (vocabulary.Objects.TryGetValue(node.Name, out var known))
        {
            return known.Type;
        }

        if (node.IsKeyword || node.Name == "-")
        {
            context.Expected("an object", node);
        }
        else if (!vocabulary.ObjectsIncomplete)
        {
            return ResolveUnknownObject(node, scope);
        }

        return null;
    }

    /// <summary>A domain may use objects that all its problems declare; but first it is asked whether something else was meant.</summary>
    private TypeReference? ResolveUnknownObject(SyntaxNode node, Scope? scope)
    {
        if (scope?.TypeOf("?" + node.Name) is not null)
        {
            context.Unknown(DiagnosticCodes.UnknownObject, "object", node, [], $"the variable is written `?{node.Name}`");
            return null;
        }

        if (vocabulary.Awaited is null)
        {
            context.Unknown(DiagnosticCodes.UnknownObject, "object", node, vocabulary.Objects.Keys);
            return null;
        }

        if (!vocabulary.Awaited.ContainsKey(node.Name))
        {
            if (diagnostics.WantsHints && Spelling.Nearest(node.Name, vocabulary.Objects.Keys) is not null)
            {
                context.Unknown(DiagnosticCodes.UnknownObject, "object", node, vocabulary.Objects.Keys);
                return null;
            }

            vocabulary.Awaited.Add(node.Name, node.Position);
            diagnostics.Warning(
                DiagnosticCodes.UndeclaredConstant, node.Position, $"the object {Quotation.Of(node.Name)} is not declared; each problem must declare it",
                "declare it in `:constants`, or write `?` before it if it is a variable");
        }

        return Unknown;
    }

    private TypeReference? TypeOfVariable(SyntaxNode node, Scope? scope)
    {
        if (scope is null)
        {
            context.Expected("an object", node, "variables cannot stand here");
        }
        else if (scope.TypeOf(node.Name) is { } type)
        {
            return type;
        }
        else if (scope.IsMissing)
        {
            scope.IsMissing = false;
            scope.IsIncomplete = true;
            diagnostics.Error(DiagnosticCodes.MissingParameters, node.Position, $"the variable {Quotation.Of(node.Name)} is used, but the action has no `:parameters`", "write `:parameters (?x ?y - type)`");
        }
        else if (!scope.IsIncomplete)
        {
            context.Unknown(DiagnosticCodes.UnknownVariable, "variable", node, scope.Names, "declare it among the parameters or in a quantifier");
        }

        return null;
    }

    /// <summary>True if the argument may be of the declared type; otherwise an error is reported, one for each name and type it should have.</summary>
    private bool CheckType(SyntaxNode node, TypeReference type, SyntaxNode list, ImmutableArray<Parameter> parameters, int index)
    {
        var types = vocabulary.Types;
        var wanted = parameters[index].Type;
        if (ReferenceEquals(type, wanted) || types.IsIncomplete || vocabulary.ObjectsIncomplete || types.IsSubtype(type, wanted))
        {
            return true;
        }

        var isWide = node.IsVariable && types.Overlap(type, wanted);
        if (!context.IsFirstInSection(DiagnosticCodes.WrongType, $"{node.Name} {wanted}"))
        {
            return isWide;
        }

        var message = $"{Quotation.Of(node.Name)} is of type {Quotation.Of(type.ToString())}, but argument {index + 1} of {Quotation.Of(list.Head)} must be of type {Quotation.Of(wanted.ToString())}";
        var hint = $"it is declared as {Show(list.Head, parameters)}";
        if (isWide)
        {
            diagnostics.Warning(DiagnosticCodes.WideType, node.Position, message, hint);
        }
        else
        {
            diagnostics.Error(DiagnosticCodes.WrongType, node.Position, message, HintOfDeclaration(node, type, wanted) ?? hint);
        }

        return isWide;
    }

    /// <summary>Where an object has no type, this is more likely the mistake than its use.</summary>
    private string? HintOfDeclaration(SyntaxNode node, TypeReference type, TypeReference wanted) =>
        type.Alternatives is ["object"] && vocabulary.Objects.TryGetValue(node.Name, out var known)
            ? $"give it a type in line {known.Position.Line}: `{Quotation.Cut(node.Name)} - {wanted}`"
            : null;
}
