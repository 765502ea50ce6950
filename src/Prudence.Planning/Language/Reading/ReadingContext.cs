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

    /// <summary>True the first time it is asked about a subject in this section or action.</summary>
    public bool IsFirstInSection(string code, string subject) => diagnostics.IsFirst(code, $"{section} {subject}");

    /// <summary>Refuses a feature, once in the file.</summary>
    public void Unsupported(string feature, SourcePosition position)
    {
        if (diagnostics.IsFirst(DiagnosticCodes.UnsupportedFeature, feature))
        {
            diagnostics.Error(DiagnosticCodes.UnsupportedFeature, position, $"{feature}: this feature of PDDL is not supported");
        }
    }

    /// <summary>Warns, once in the file, where the total cost is used but not declared.</summary>
    public void WarnOfUndeclaredTotalCost(SourcePosition position)
    {
        if (!vocabulary.Functions.ContainsKey("total-cost") && !vocabulary.FunctionsIncomplete && diagnostics.IsFirst(DiagnosticCodes.UndeclaredTotalCost, ""))
        {
            diagnostics.Warning(DiagnosticCodes.UndeclaredTotalCost, position, "the function `total-cost` is not declared", "declare it in the domain: `(:functions (total-cost) - number)`");
        }
    }

    /// <summary>Reports something other than what was expected.</summary>
    public void Expected(string what, SyntaxNode found, string? hint = null) =>
        diagnostics.Error(DiagnosticCodes.UnexpectedText, found.Position, $"{what} was expected, {found.Describe()} was found", hint);

    /// <summary>Reports a name that nothing declares, once in a section.</summary>
    public void Unknown(string code, string kind, SyntaxNode node, IEnumerable<string> known, string? otherwise = null)
    {
        if (IsFirstInSection(code, node.Name))
        {
            var hint = diagnostics.WantsHints ? Spelling.Hint(node.Name, known) : null;
            diagnostics.Error(code, node.Position, $"unknown {kind} {Quotation.Of(node.Name)}", hint ?? otherwise);
        }
    }
}
