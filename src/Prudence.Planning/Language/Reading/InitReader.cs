using System.Collections.Immutable;
using Prudence.Planning.Language.Syntax;

namespace Prudence.Planning.Language.Reading;

/// <summary>Reads <c>:init</c>.</summary>
internal sealed class InitReader(ReadingContext context, AtomReader atoms, NumericTermReader numbers)
{
    private readonly DiagnosticBag diagnostics = context.Diagnostics;
    private readonly ImmutableArray<GroundAtom>.Builder initialAtoms = ImmutableArray.CreateBuilder<GroundAtom>();
    private readonly ImmutableArray<FunctionValue>.Builder initialValues = ImmutableArray.CreateBuilder<FunctionValue>();
    private readonly HashSet<GroundAtom> known = new(GroundAtomComparer.Instance);
    private readonly Dictionary<GroundAtom, decimal> values = new(GroundAtomComparer.Instance);
    private readonly List<GroundAtom> negative = [];

    public ImmutableArray<GroundAtom> Atoms => initialAtoms.ToImmutable();

    public ImmutableArray<FunctionValue> Values => initialValues.ToImmutable();

    public void Read(SyntaxNode section)
    {
        ReadElements(section.From(1));
        foreach (var atom in negative.Where(known.Contains))
        {
            diagnostics.Error(DiagnosticCodes.Contradiction, atom.Position, $"`{atom}` is said to hold and not to hold");
        }
    }

    private void ReadElements(SyntaxNode.Children elements)
    {
        while (elements.MoveNext())
        {
            var node = elements.Current;
            if (node.IsSymbol || node.Head.Length == 0)
            {
                context.Expected("an atom in parentheses", node, context.Vocabulary.Predicates.ContainsKey(node.Name) ? $"write `({node.Name})`" : null);
            }
            else if (node.Head == "=")
            {
                ReadEquality(node, isNegated: false);
            }
            else if (node.Head == "not")
            {
                ReadNegative(node);
            }
            else if (node.Head == "and" && node.Count > 1 && node[1].IsList)
            {
                diagnostics.Warning(DiagnosticCodes.SuperfluousAnd, node.Position, "`:init` is a list of atoms; `and` does not belong there", "remove `and` and its parentheses");
                ReadElements(node.From(1));
            }
            else if (!context.Vocabulary.Predicates.ContainsKey(node.Head) || node.Head == "at")
            {
                ReadOther(node);
            }
            else
            {
                ReadAtom(node);
            }
        }
    }

    private void ReadOther(SyntaxNode node)
    {
        if (node.Head == "at" && node.Count == 3 && NumericTermReader.LooksLikeNumber(node[1].Name) && node[2].IsList)
        {
            context.Unsupported(UnsupportedFeatures.TimedLiterals, node.Position);
        }
        else if (node.Head is "oneof" or "unknown")
        {
            context.Unsupported("uncertain initial states", node.Position);
        }
        else
        {
            ReadAtom(node);
        }
    }

    private void ReadAtom(SyntaxNode node)
    {
        if (ReadGroundAtom(node) is not { } atom)
        {
            return;
        }

        if (context.Vocabulary.Derived.Contains(atom.Predicate))
        {
            diagnostics.Error(DiagnosticCodes.DerivedChanged, node.Position, $"{Quotation.Of(atom.Predicate)} is derived; it cannot be given in `:init`", "give what it is derived from");
        }
        else if (known.Add(atom))
        {
            initialAtoms.Add(atom);
        }
        else
        {
            diagnostics.Information(DiagnosticCodes.DuplicateAtom, node.Position, $"`{atom}` stands in `:init` already");
        }
    }

    private GroundAtom? ReadGroundAtom(SyntaxNode node) =>
        atoms.ReadPredicate(node, null, ["not", "="]) is { } arguments ? new GroundAtom(node.Head, Names(arguments), node.Position) : null;

    private static ImmutableArray<string> Names(ImmutableArray<Term> terms)
    {
        var names = ImmutableArray.CreateBuilder<string>(terms.Length);
        foreach (var term in terms)
        {
            names.Add(term.Name);
        }

        return names.MoveToImmutable();
    }

    private void ReadNegative(SyntaxNode node)
    {
        if (node.Count != 2 || node[1].IsSymbol || node[1].Head.Length == 0)
        {
            diagnostics.Error(DiagnosticCodes.WrongOperandCount, node.Position, "`not` takes one atom");
        }
        else if (node[1].Head == "=")
        {
            ReadEquality(node[1], isNegated: true);
        }
        else if (ReadGroundAtom(node[1]) is { } atom)
        {
            diagnostics.Information(DiagnosticCodes.NegativeInitialLiteral, node.Position, "what `:init` does not list does not hold; this can be left out");
            negative.Add(atom);
        }
    }

    private void ReadEquality(SyntaxNode node, bool isNegated)
    {
        if (node.Count != 3)
        {
            diagnostics.Error(DiagnosticCodes.WrongOperandCount, node.Position, $"`=` takes a function and its value, {node.Count - 1} given");
        }
        else if (node[1].IsList && !isNegated)
        {
            ReadValue(node);
        }
        else if (node[1].IsSymbol && context.Vocabulary.Functions.TryGetValue(node[1].Name, out var function) && function.Parameters.IsEmpty && !isNegated)
        {
            diagnostics.Warning(DiagnosticCodes.MissingParentheses, node[1].Position, $"the function {Quotation.Of(node[1].Name)} stands without parentheses", $"write `({node[1].Name})`");
            AddValue(node, function.Name, []);
        }
        else if (atoms.ReadTerm(node[1], null) is { } left && atoms.ReadTerm(node[2], null) is { } right)
        {
            if ((left.Name == right.Name) == isNegated)
            {
                var relation = isNegated ? "the same object" : "different objects";
                diagnostics.Error(DiagnosticCodes.Contradiction, node.Position, $"{Quotation.Of(left.Name)} and {Quotation.Of(right.Name)} are {relation}: different names stand for different objects");
            }
            else
            {
                diagnostics.Warning(DiagnosticCodes.InitialEquality, node.Position, "different names stand for different objects; this need not be said in `:init`");
            }
        }
    }

    private void ReadValue(SyntaxNode node)
    {
        if (node[1].Head.Length == 0)
        {
            context.Expected("a function", node[1]);
        }
        else if (node[1].Head == "total-cost" && !context.Vocabulary.Functions.ContainsKey("total-cost") && node[1].Count == 1)
        {
            context.WarnOfUndeclaredTotalCost(node[1].Position);
        }
        else if (atoms.ReadFunction(node[1], null) is { } arguments)
        {
            AddValue(node, node[1].Head, Names(arguments));
        }
    }

    private void AddValue(SyntaxNode node, string function, ImmutableArray<string> arguments)
    {
        if (node[2].IsSymbol && context.Vocabulary.Objects.ContainsKey(node[2].Name) && !NumericTermReader.LooksLikeNumber(node[2].Name))
        {
            context.Unsupported(UnsupportedFeatures.ObjectFluents, node.Position);
            return;
        }

        if (numbers.ReadNumber(node[2]) is not { } value)
        {
            return;
        }

        var key = new GroundAtom(function, arguments, node.Position);
        if (values.TryAdd(key, value))
        {
            initialValues.Add(new FunctionValue(function, arguments, value, node.Position));
        }
        else if (values[key] == value)
        {
            diagnostics.Information(DiagnosticCodes.DuplicateAtom, node.Position, $"the value of `{key}` is given already");
        }
        else
        {
            diagnostics.Error(DiagnosticCodes.Contradiction, node.Position, $"`{key}` is given two values");
        }
    }
}
