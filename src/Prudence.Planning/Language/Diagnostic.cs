namespace Prudence.Planning.Language;

/// <summary>Something to tell the author of a PDDL file.</summary>
/// <param name="Severity">Whether planning can go on.</param>
/// <param name="Code">A stable identifier, for example <c>unknown-predicate</c>.</param>
/// <param name="Position">Where.</param>
/// <param name="Message">What is wrong and what was expected.</param>
/// <param name="Hint">What to do about it, if that is known.</param>
public sealed record Diagnostic(DiagnosticSeverity Severity, string Code, SourcePosition Position, string Message, string? Hint = null)
{
    /// <inheritdoc/>
    public override string ToString() =>
        $"{Position}: {Severity.ToString().ToLowerInvariant()}: {Message}{(Hint is null ? "" : $" ({Hint})")} [{Code}]";
}
