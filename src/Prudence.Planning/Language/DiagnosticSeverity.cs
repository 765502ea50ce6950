namespace Prudence.Planning.Language;

/// <summary>How much a diagnostic matters.</summary>
public enum DiagnosticSeverity
{
    /// <summary>A remark on style or on something that can be left out.</summary>
    Information,

    /// <summary>Deviates from the standard, but its meaning is clear; an error under strict reading.</summary>
    Warning,

    /// <summary>Planning cannot go on.</summary>
    Error,
}
