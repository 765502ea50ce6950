namespace Prudence.Planning.Language;

/// <summary>How PDDL is read.</summary>
public sealed record PddlReaderOptions
{
    /// <summary>Lenient reading.</summary>
    public static PddlReaderOptions Default { get; } = new();

    /// <summary>True to turn every warning into an error: only standard PDDL is accepted.</summary>
    public bool Strict { get; init; }

    /// <summary>How many diagnostics of a file are kept; a note tells that there are more.</summary>
    public int MaximumDiagnostics { get; init; } = 100;
}
