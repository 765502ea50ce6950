using System.Collections.Immutable;

namespace Prudence.Planning.Language.Reading;

/// <summary>Collects the diagnostics of one file.</summary>
internal sealed class DiagnosticBag(PddlReaderOptions options)
{
    private readonly List<Diagnostic> diagnostics = [];
    private readonly HashSet<(string Code, string Subject)> reported = [];
    private Diagnostic? firstLeftOut;
    private int muted;

    public bool HasErrors { get; private set; }

    /// <summary>True where only a few diagnostics were given, so that costly hints are affordable.</summary>
    public bool WantsHints => diagnostics.Count < options.MaximumDiagnostics && muted == 0;

    /// <summary>True if no more errors are taken, so that working out messages is in vain.</summary>
    public bool IsFull => diagnostics.Count >= options.MaximumDiagnostics && HasErrors && firstLeftOut is not null;

    /// <summary>Until the matching <see cref="Unmute"/> nothing is kept: the text is known to be damaged and would yield consequential errors only.</summary>
    public void Mute() => muted++;

    public void Unmute() => muted--;

    public void Error(string code, SourcePosition position, string message, string? hint = null) =>
        Add(new Diagnostic(DiagnosticSeverity.Error, code, position, message, hint));

    public void Warning(string code, SourcePosition position, string message, string? hint = null) =>
        Add(new Diagnostic(options.Strict ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning, code, position, message, hint));

    public void Information(string code, SourcePosition position, string message, string? hint = null) =>
        Add(new Diagnostic(DiagnosticSeverity.Information, code, position, message, hint));

    /// <summary>True the first time it is asked about a subject: the same mistake need not be told at each of its consequences.</summary>
    public bool IsFirst(string code, string subject) => reported.Add((code, subject));

    /// <summary>The diagnostics by place.</summary>
    public ImmutableArray<Diagnostic> ToImmutable()
    {
        if (diagnostics.Count == 0 && firstLeftOut is null)
        {
            return [];
        }

        var sorted = diagnostics.OrderBy(d => d.Position.Line).ThenBy(d => d.Position.Column).ToList();
        if (firstLeftOut is not null)
        {
            sorted.Add(new Diagnostic(
                DiagnosticSeverity.Information, DiagnosticCodes.TooMany, firstLeftOut.Position, $"only the first {options.MaximumDiagnostics} messages are shown; more follow from here"));
        }

        return [.. sorted];
    }

    private void Add(Diagnostic diagnostic)
    {
        if (muted > 0)
        {
            return;
        }

        var isError = diagnostic.Severity == DiagnosticSeverity.Error;
        if (diagnostics.Count < options.MaximumDiagnostics || (isError && !HasErrors))
        {
            diagnostics.Add(diagnostic);
        }
        else
        {
            firstLeftOut ??= diagnostic;
        }

        HasErrors |= isError;
    }
}
