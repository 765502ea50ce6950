using Prudence.Planning.Language.Reading;

namespace Prudence.Planning.Language.Syntax;

/// <summary>Turns text into a <see cref="SyntaxTree"/>, and puts parentheses right where they are unbalanced.</summary>
internal sealed class SyntaxTreeBuilder
{
    /// <summary>Lists deeper than this are refused: what follows works recursively.</summary>
    internal const int MaximumDepth = 500;

    private const int DefinitionDepth = 1;
    private const int SectionDepth = 2;
    private const int AverageTokenLength = 8;

    private readonly string text;
    private readonly SyntaxTree tree;
    private readonly DiagnosticBag diagnostics;
    private readonly CharacterCheck characters;
    private readonly int[] open = new int[MaximumDepth + 1];
    private readonly int[] lastChild = new int[MaximumDepth + 1];
    private int depth;
    private int offset;
    private int line = 1;
    private int lineStart;
    private int missing;
    private int lastSection;
    private SourcePosition sectionClosed;
    private SourcePosition definitionClosed;

    private SyntaxTreeBuilder(string text, string file, DiagnosticBag diagnostics)
    {
        this.text = text;
        this.diagnostics = diagnostics;
        tree = new SyntaxTree(file, text.Length / AverageTokenLength);
        characters = new CharacterCheck(tree, diagnostics);
    }

    private SourcePosition Here => new(tree.File, line, offset - lineStart + 1);

    /// <summary>Reads the lists of a text; null if it is too deep to be read at all (an error was reported).</summary>
    public static SyntaxTree? Build(string text, string file, DiagnosticBag diagnostics) =>
        new SyntaxTreeBuilder(text, file, diagnostics).Build();

    private SyntaxTree? Build()
    {
        if (text is ['\uFEFF', ..])
        {
            offset = lineStart = 1;
        }

        while (SkipBlank())
        {
            switch (text[offset])
            {
                case '(':
                    if (!Open())
                    {
                        return null;
                    }

                    break;
                case ')':
                    Close();
                    break;
                default:
                    Symbol();
                    if (tree.Count == 2 && depth == 0)
                    {
                        // Text that begins with no list is no PDDL: its first word says enough.
                        offset = text.Length;
                    }

                    break;
            }
        }

        tree.End = Here;
        CloseAll();
        return tree;
    }

    /// <summary>Moves to the next token; false at the end.</summary>
    private bool SkipBlank()
    {
        while (offset < text.Length)
        {
            var c = text[offset];
            if (c == ';')
            {
                var length = text.AsSpan(offset).IndexOfAny('\n', '\r');
                offset = length < 0 ? text.Length : offset + length;
            }
            else if (c == '\n' || (c == '\r' && !(offset + 1 < text.Length && text[offset + 1] == '\n')))
            {
                offset++;
                line++;
                lineStart = offset;
            }
            else if (char.IsWhiteSpace(c))
            {
                offset++;
            }
            else
            {
                return true;
            }
        }

        return false;
    }

    private bool Open()
    {
        var position = Here;
        offset++;
        var keyword = PeekKeyword();
        if (depth != DefinitionDepth && keyword.Length > 0 && Keywords.IsSection(keyword))
        {
            ReturnToDefinition(position, $"`({keyword}`");
        }

        if (depth == MaximumDepth)
        {
            diagnostics.Error(DiagnosticCodes.NestingTooDeep, position, $"lists are nested more than {MaximumDepth} deep");
            tree.End = position;
            return false;
        }

        if (depth == 0)
        {
            lastSection = 0;
        }

        var node = tree.AddList(position.Line, position.Column);
        Append(node);
        depth++;
        open[depth] = node;
        lastChild[depth] = 0;
        if (depth == SectionDepth && keyword.Length > 0)
        {
            lastSection = node;
        }

        return true;
    }

    private void Close()
    {
        var position = Here;
        offset++;
        if (depth == 0)
        {
            ReportSurplus(position);
            return;
        }

        if (depth == SectionDepth && open[depth] == lastSection)
        {
            sectionClosed = position;
        }
        else if (depth == DefinitionDepth)
        {
            definitionClosed = position;
        }

        depth--;
    }

    private void Symbol()
    {
        var position = Here;
        var start = offset;
        do
        {
            offset++;
        }
        while (offset < text.Length && text[offset] != '?' && !EndsSymbol(text[offset]));

        if (offset < text.Length && text[offset] == '?' && diagnostics.IsFirst(DiagnosticCodes.MissingBlank, ""))
        {
            diagnostics.Warning(DiagnosticCodes.MissingBlank, Here, "a blank is missing before `?`");
        }

        var name = characters.Intern(text.AsSpan(start, offset - start), position);
        if (name < 0)
        {
            return;
        }

        if (text[start] == ':' && depth != SectionDepth && Keywords.IsOfSchema(tree.Names[name]))
        {
            ReturnToSchema(position, tree.Names[name]);
        }

        Append(tree.AddSymbol(name, position.Line, position.Column));
    }

    private static bool EndsSymbol(char character) => character is '(' or ')' or ';' || char.IsWhiteSpace(character);

    private void Append(int node)
    {
        tree.Link(open[depth], lastChild[depth], node);
        lastChild[depth] = node;
    }

    /// <summary>The keyword that follows an opening parenthesis; empty if something else does.</summary>
    private ReadOnlySpan<char> PeekKeyword()
    {
        var start = offset;
        while (start < text.Length && char.IsWhiteSpace(text[start]))
        {
            start++;
        }

        if (start == text.Length || text[start] != ':')
        {
            return default;
        }

        var end = start;
        while (end < text.Length && !EndsSymbol(text[end]))
        {
            end++;
        }

        return text.AsSpan(start, end - start);
    }

    /// <summary>A section begins where none can: closes the lists that were left open, or opens a definition again that was closed too early.</summary>
    private void ReturnToDefinition(SourcePosition position, string found)
    {
        if (depth > DefinitionDepth)
        {
            ReportUnclosed(DefinitionDepth, position, found);
        }
        else if (lastSection != 0 && lastChild[0] == open[DefinitionDepth])
        {
            ReportClosedEarly(found);
            depth = DefinitionDepth;
        }
    }

    /// <summary>A keyword of an action stands outside of one: closes what was left open inside the action, or opens the action again.</summary>
    private void ReturnToSchema(SourcePosition position, string keyword)
    {
        if (lastSection == 0 || !Keywords.IsSchemaSection(new SyntaxNode(tree, lastSection).Head))
        {
            return;
        }

        if (depth > SectionDepth)
        {
            ReportUnclosed(SectionDepth, position, $"`{keyword}`");
        }
        else if (lastChild[0] == open[DefinitionDepth] && lastChild[DefinitionDepth] == lastSection)
        {
            ReportClosedEarly($"`{keyword}`");
            depth = SectionDepth;
        }
    }

    private void ReportUnclosed(int keep, SourcePosition position, string before)
    {
        var section = open[SectionDepth];
        if (diagnostics.IsFull)
        {
            tree.MarkDamaged(section);
            depth = keep;
            return;
        }

        var culprit = tree.IsDamaged(section) ? null : UnclosedList.Find(new SyntaxNode(tree, section));
        var list = culprit?.List ?? new SyntaxNode(tree, open[depth]);
        var (place, token) = culprit is { } found ? (found.Before.Position, found.Before.Describe()) : (position, before);
        diagnostics.Error(
            DiagnosticCodes.UnclosedList, list.Position, $"{UnclosedList.Opening(list)} is never closed", $"a `)` is probably missing before {token} in line {place.Line}, column {place.Column}");
        tree.MarkDamaged(section);
        missing += depth - keep;
        depth = keep;
    }

    private void ReportClosedEarly(string found)
    {
        var hasStrays = lastChild[DefinitionDepth] != lastSection;
        var position = hasStrays || depth == DefinitionDepth || definitionClosed == default ? sectionClosed : definitionClosed;
        diagnostics.Error(
            DiagnosticCodes.SurplusParenthesis, position, $"this `)` closes too much: {found} follows in line {line}", "remove it, or one before it");
        DropStrays();
    }

    /// <summary>Takes what follows the last section out of the definition: it belongs to the section, which cannot be trusted any more.</summary>
    private void DropStrays()
    {
        tree.MarkDamaged(lastSection);
        tree.CutAfter(open[DefinitionDepth], lastSection);
        lastChild[DefinitionDepth] = lastSection;
    }

    private void ReportSurplus(SourcePosition position)
    {
        if (missing > 0)
        {
            missing--;
            return;
        }

        if (!diagnostics.IsFirst(DiagnosticCodes.SurplusParenthesis, ""))
        {
            return;
        }

        var hasStrays = lastSection != 0 && lastChild[0] == open[DefinitionDepth] && lastChild[DefinitionDepth] != lastSection;
        if (hasStrays)
        {
            diagnostics.Error(
                DiagnosticCodes.SurplusParenthesis, sectionClosed, "this `)` closes too much: the section goes on after it", "remove it, or one before it");
            DropStrays();
        }
        else
        {
            diagnostics.Error(DiagnosticCodes.SurplusParenthesis, position, "this `)` closes nothing", "remove it, or one before it");
        }
    }

    private void CloseAll()
    {
        if (depth == 0)
        {
            return;
        }

        var culprit = lastSection == 0 || tree.IsDamaged(lastSection) ? null : UnclosedList.Find(new SyntaxNode(tree, lastSection));
        if (culprit is { } found)
        {
            diagnostics.Error(
                DiagnosticCodes.UnclosedList, found.List.Position, $"{UnclosedList.Opening(found.List)} is never closed",
                $"a `)` is probably missing before {found.Before.Describe()} in line {found.Before.Position.Line}, column {found.Before.Position.Column}");
            tree.MarkDamaged(lastSection);
        }
        else
        {
            var list = new SyntaxNode(tree, open[depth]);
            var count = depth == 1 ? "a `)` is" : $"{depth} `)` are";
            diagnostics.Error(
                DiagnosticCodes.UnclosedList, list.Position, $"{UnclosedList.Opening(list)} is never closed", $"{count} missing at the end of the file, line {line}, if not before");
            if (depth >= SectionDepth)
            {
                tree.MarkDamaged(open[SectionDepth]);
            }
        }
    }
}
