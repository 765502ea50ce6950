using Prudence.Planning.Language.Syntax;

namespace Prudence.Planning.Language.Reading;

/// <summary>What all readers of one file share.</summary>
internal sealed class ReadingContext(DiagnosticBag diagnostics, Vocabulary vocabulary)
{
    private int section;

    public DiagnosticBag Diagnostics => diagnostics;

    public Vocabulary Vocabulary => vocabulary;

    /// <summary>Call where a section or action begins: an unknown name is reported once in each.</summary>
    public void BeginSection() => section++;

    /// <summary>Refuses a feature, once in the file.</summary>
    public void Unsupported(string feature, SourcePosition position)
    {
        if (diagnostics.IsFirst(DiagnosticCodes.UnsupportedFeature, feature))
        {
            diagnostics.Error(DiagnosticCodes.UnsupportedFeature, position, $"{feature}: this feature of PDDL is not supported");
        }
    }

    /// <summary>Reports something other than what was expected.</summary>
    public void Expected(string what, SyntaxNode found, string? hint = null) =>
        diagnostics.Error(DiagnosticCodes.UnexpectedText, found.Position, $"{what} was expected, {found.Describe()} was found", hint);

    /// <summary>Reports a name that nothing declares, once in a section.</summary>
    public void Unknown(string code, string kind, SyntaxNode node, IEnumerable<string> known, string? otherwise = null)
    {
        if (diagnostics.IsFirst(code, $"{section} {node.Name}"))
        {
            var hint = diagnostics.WantsHints ? Spelling.Hint(node.Name, known) : null;
            diagnostics.Error(code, node.Position, $"unknown {kind} {Quotation.Of(node.Name)}", hint ?? otherwise);
        }
    }
}
