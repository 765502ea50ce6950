namespace Prudence.Planning.Grounding;

/// <summary>What <see cref="TaskBuilder"/> does beyond the necessary.</summary>
public sealed record GroundingOptions
{
    /// <summary>The usual choice.</summary>
    public static GroundingOptions Default { get; } = new();

    /// <summary>Whether mutex groups are looked for. Without them every atom becomes a variable of its own.</summary>
    public bool Invariants { get; init; } = true;
}
