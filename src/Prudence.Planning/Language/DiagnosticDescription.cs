namespace Prudence.Planning.Language;

/// <summary>What a diagnostic code means.</summary>
/// <param name="Code">The code.</param>
/// <param name="Severity">The usual severity under lenient reading.</param>
/// <param name="Meaning">What it says about the text.</param>
public sealed record DiagnosticDescription(string Code, DiagnosticSeverity Severity, string Meaning);
