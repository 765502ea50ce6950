namespace Prudence.Cli.Simulation;

/// <summary>A scope of a workload.</summary>
/// <param name="Path">Its path, such as <c>acme/search</c>; the scope above it stands before it.</param>
/// <param name="Limits">Its limits.</param>
internal sealed record WorkloadScope(string Path, IReadOnlyList<WorkloadLimit> Limits)
{
    public string Name => Path[(Path.LastIndexOf('/') + 1)..];

    /// <summary>The path of the scope above it; null for the root.</summary>
    public string? Parent => Path.LastIndexOf('/') is > 0 and var slash ? Path[..slash] : null;
}
