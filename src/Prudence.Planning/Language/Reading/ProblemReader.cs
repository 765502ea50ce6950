using System.Collections.Immutable;
using Prudence.Planning.Language.Syntax;

namespace Prudence.Planning.Language.Reading;

/// <summary>Reads and checks a problem.</summary>
internal sealed class ProblemReader
{
    private readonly ReadingContext context;
    private readonly DiagnosticBag diagnostics;
    private readonly Vocabulary vocabulary;
    private readonly ConditionReader conditions;
    private readonly InitReader init;
    private readonly Dictionary<string, SourcePosition> awaited;

    private ProblemReader(Vocabulary domain, DiagnosticBag diagnostics)
    {
        this.diagnostics = diagnostics;
        vocabulary = domain.ForProblem();
        awaited = domain.Awaited ?? [];
        context = new ReadingContext(diagnostics, vocabulary);
        var atoms = new AtomReader(context);
        conditions = new ConditionReader(context, atoms);
        init = new InitReader(context, atoms, new NumericTermReader(context, atoms));
    }

    /// <summary>Reads a problem as well as it can be read, whatever errors it has; null if there is nothing to go on.</summary>
    public static PddlProblem? Read(string text, string file, Vocabulary domain, DiagnosticBag diagnostics)
    {
        var reader = new ProblemReader(domain, diagnostics);
        if (SyntaxTreeBuilder.Build(text, file, diagnostics) is not { } tree || Definition.Find(tree, "problem", reader.context) is not { } definition)
        {
            return null;
        }

        return reader.ReadSections(definition);
    }

    private PddlProblem ReadSections(Definition definition)
    {
        var domainName = ReadDomainName(definition);
        var requirements = SectionReader.Read(context, definition.Section(":requirements"), section => RequirementReader.Read(section, context));
        vocabulary.Requirements.UnionWith(requirements);
        vocabulary.ObjectsIncomplete |= definition.IsIncomplete || definition.Section(":objects") is { IsDamaged: true };
        var objects = SectionReader.Read(context, definition.Section(":objects"), section => ObjectReader.Read(section, context, mayDeclareTypes: false));
        CheckAwaited(definition);
        if (definition.Section(":init") is { } initial)
        {
            SectionReader.Muted(context, initial, () => init.Read(initial));
        }
        else if (!definition.IsIncomplete)
        {
            diagnostics.Warning(DiagnosticCodes.MissingSection, definition.List.Position, "the problem has no `:init`; nothing holds at first", "write `(:init)`");
        }

        var goal = ReadGoal(definition);
        if (!diagnostics.HasErrors)
        {
            RequirementReader.WarnOfMissing(RequirementUse.Of(goal), goal.Position, vocabulary.Requirements.Count > 0, context);
        }

        var minimizes = definition.Section(":metric") is { } metric && ReadMetric(metric);
        return new PddlProblem(definition.Name, domainName, objects, init.Atoms, init.Values, goal, minimizes, definition.List.Position);
    }

    /// <summary>The domain may use objects that it does not declare: then the problem must.</summary>
    private void CheckAwaited(Definition definition)
    {
        foreach (var (name, place) in awaited)
        {
            if (!vocabulary.Objects.ContainsKey(name) && !vocabulary.ObjectsIncomplete)
            {
                var position = definition.Section(":objects")?.Position ?? definition.List.Position;
                diagnostics.Error(
                    DiagnosticCodes.UndeclaredConstant, position, $"the domain uses the object {Quotation.Of(name)} at {place}; neither the domain nor this problem declares it",
                    "declare it in `:objects`, or in the domain's `:constants`");
            }
        }
    }

    private string ReadDomainName(Definition definition)
    {
        if (definition.Section(":domain") is not { } section)
        {
            if (!definition.IsIncomplete)
            {
                diagnostics.Warning(DiagnosticCodes.MissingSection, definition.List.Position, "the problem does not say which domain it belongs to", $"write `(:domain {Quotation.Cut(vocabulary.DomainName)})`");
            }

            return vocabulary.DomainName;
        }

        if (section.Count != 2 || section[1].IsList)
        {
            diagnostics.Error(DiagnosticCodes.UnexpectedText, section.Position, "one name was expected after `:domain`");
            return vocabulary.DomainName;
        }

        var name = section[1].Name;
        if (name != vocabulary.DomainName && vocabulary.DomainName.Length > 0)
        {
            diagnostics.Warning(DiagnosticCodes.DomainMismatch, section[1].Position, $"the problem belongs to the domain {Quotation.Of(name)}, the domain given is {Quotation.Of(vocabulary.DomainName)}");
        }

        return name;
    }

    private Condition ReadGoal(Definition definition)
    {
        Condition goal = new AndCondition([], definition.List.Position);
        if (definition.Section(":goal") is not { } section)
        {
            if (!definition.IsIncomplete)
            {
                diagnostics.Error(DiagnosticCodes.MissingSection, definition.List.Position, "the problem has no `:goal`");
            }

            return goal;
        }

        SectionReader.Muted(context, section, () =>
        {
            if (section.Count == 1)
            {
                diagnostics.Error(DiagnosticCodes.UnexpectedText, section.Position, "a condition was expected after `:goal`");
            }
            else if (section.Count == 2)
            {
                goal = conditions.Read(section[1], new Scope());
            }
            else
            {
                goal = section[1].IsList
                    ? conditions.ReadSideBySide(SyntaxNodes(section), new Scope(), section[1].Position)
                    : conditions.Read(section[1], new Scope());
            }
        });
        return goal;
    }

    private static List<SyntaxNode> SyntaxNodes(SyntaxNode section)
    {
        var nodes = new List<SyntaxNode>(section.Count);
        foreach (var node in section.From(1))
        {
            nodes.Add(node);
        }

        return nodes;
    }

    private bool ReadMetric(SyntaxNode section)
    {
        if (section.Count != 3 || section[1].IsList)
        {
            diagnostics.Error(DiagnosticCodes.UnexpectedText, section.Position, "`:metric` takes `minimize` and an expression", "write `(:metric minimize (total-cost))`");
            return false;
        }

        var measure = section[2].IsSymbol ? section[2].Name : section[2].Count == 1 ? section[2].Head : "";
        if (section[1].Name != "minimize" && section[1].Name != "maximize")
        {
            context.Expected("`minimize`", section[1], Spelling.Hint(section[1].Name, ["minimize", "maximize"]));
            return false;
        }

        if (section[1].Name == "minimize" && measure == "total-time")
        {
            diagnostics.Warning(DiagnosticCodes.MetricIgnored, section[2].Position, "`total-time` means nothing without durations; the number of actions counts instead");
            return false;
        }

        if (section[1].Name == "maximize" || measure != "total-cost")
        {
            context.Unsupported(UnsupportedFeatures.OtherMetrics, section.Position);
            return false;
        }

        context.WarnOfUndeclaredTotalCost(section[2].Position);
        if (section[2].IsSymbol)
        {
            diagnostics.Warning(DiagnosticCodes.MissingParentheses, section[2].Position, "the function `total-cost` stands without parentheses", "write `(total-cost)`");
        }

        return true;
    }
}
