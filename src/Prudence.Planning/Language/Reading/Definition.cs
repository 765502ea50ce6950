using Prudence.Planning.Language.Syntax;

namespace Prudence.Planning.Language.Reading;

/// <summary>A <c>(define ...)</c> taken apart into its sections.</summary>
internal sealed class Definition
{
    private readonly Dictionary<string, SyntaxNode> single = new(StringComparer.Ordinal);

    private Definition(SyntaxNode list, string name)
    {
        List = list;
        Name = name;
    }

    public SyntaxNode List { get; }

    /// <summary>The name behind <c>domain</c> or <c>problem</c>; empty if an error was reported instead.</summary>
    public string Name { get; }

    /// <summary>The actions in the order of the text.</summary>
    public List<SyntaxNode> Actions { get; } = [];

    /// <summary>The rules of derived predicates in the order of the text.</summary>
    public List<SyntaxNode> Rules { get; } = [];

    /// <summary>True if a section could not be told apart: then anything may be missing.</summary>
    public bool IsIncomplete { get; private set; }

    public SyntaxNode? Section(string keyword) => single.TryGetValue(keyword, out var node) ? node : null;

    /// <summary>Finds the definition in a file; null if there is none of the kind (an error was reported).</summary>
    /// <param name="tree">The file.</param>
    /// <param name="kind">Domain or problem.</param>
    /// <param name="context">Where to report.</param>
    public static Definition? Find(SyntaxTree tree, string kind, ReadingContext context)
    {
        if (tree.Root.Count == 0)
        {
            context.Diagnostics.Error(DiagnosticCodes.EmptyFile, tree.Root.Position, $"the file is empty; a {kind} was expected", $"a {kind} begins with `(define ({kind} NAME)`");
            return null;
        }

        var list = tree.Root.First;
        var header = list.IsList && list.Count > 1 ? list[1] : default(SyntaxNode?);
        if (list.IsSymbol || list.Count == 0 || (list.Head != "define" && header is not { IsList: true, Head: "domain" or "problem" }))
        {
            context.Expected($"`(define ({kind} NAME) ...)`", list, Spelling.Hint(list.Head, ["define"]));
            return null;
        }

        if (list.Head != "define")
        {
            context.Expected("`define`", list.First);
        }

        return CheckHeader(list, kind, context) is { } name ? new Definition(list, name).Split(kind, tree, context) : null;
    }

    private static string? CheckHeader(SyntaxNode list, string kind, ReadingContext context)
    {
        var other = kind == "domain" ? "problem" : "domain";
        if (list.Count == 1)
        {
            context.Expected($"`({kind} NAME)` after `define`", list);
            return null;
        }

        var header = list[1];
        if (header.Head == other)
        {
            context.Diagnostics.Error(
                DiagnosticCodes.WrongKindOfFile, header.Position, $"this is a {other}; a {kind} was expected", "the domain is given first, then the problem: are they swapped?");
            return null;
        }

        if (header.Head != kind)
        {
            var hint = Spelling.Nearest(header.Head, [kind]) is null ? $"a {kind} begins with `(define ({kind} NAME)`" : $"did you mean `{kind}`?";
            context.Expected($"`({kind} NAME)`", header, hint);
            return header.Head.Length > 0 && !header.First.IsKeyword ? "" : null;
        }

        if (header.Count != 2 || header[1].IsList)
        {
            context.Diagnostics.Error(DiagnosticCodes.UnexpectedText, header.Position, $"one name was expected after `{kind}`");
            return "";
        }

        return header[1].Name;
    }

    private Definition Split(string kind, SyntaxTree tree, ReadingContext context)
    {
        var known = kind == "domain" ? Keywords.DomainSections : Keywords.ProblemSections;
        var others = kind == "domain" ? Keywords.ProblemSections : Keywords.DomainSections;
        foreach (var node in List.From(2))
        {
            if (node.Head.Length == 0)
            {
                context.Expected("a section such as " + Quotation.Of($"({known[^1]} ...)"), node);
                continue;
            }

            AddSection(node, kind, known, others, context);
        }

        if (tree.Root.Count > 1)
        {
            context.Diagnostics.Error(DiagnosticCodes.UnexpectedText, tree.Root[1].Position, $"the {kind} has ended; {tree.Root[1].Describe()} was found after it", "a file holds one definition");
        }

        return this;
    }

    private void AddSection(SyntaxNode node, string kind, string[] known, string[] others, ReadingContext context)
    {
        var keyword = node.Head;
        if (UnsupportedFeatures.OfSection(keyword) is { } feature)
        {
            context.Unsupported(feature, node.Position);
            return;
        }

        if (!known.Contains(keyword))
        {
            var near = Spelling.Nearest(keyword, known) ?? (known.Contains(":" + keyword) ? ":" + keyword : null);
            var hint = others.Contains(keyword) ? $"{Quotation.Of(keyword)} belongs in a {(kind == "domain" ? "problem" : "domain")}" : near is null ? $"sections of a {kind} are {string.Join(", ", known)}" : $"did you mean `{near}`?";
            context.Diagnostics.Error(DiagnosticCodes.UnknownSection, node.Position, $"{Quotation.Of(keyword)} is no section of a {kind}", hint);
            if (near is null || others.Contains(keyword) || single.ContainsKey(near))
            {
                IsIncomplete |= near is null && !others.Contains(keyword);
                return;
            }

            keyword = near;
        }

        if (keyword is ":action" or ":derived")
        {
            (keyword == ":action" ? Actions : Rules).Add(node);
        }
        else if (!single.TryAdd(keyword, node))
        {
            context.Diagnostics.Error(
                DiagnosticCodes.DuplicateSection, node.Position, $"the section `{keyword}` stands twice; the first is in line {single[keyword].Position.Line}", "put both together");
            IsIncomplete = true;
        }
    }
}
