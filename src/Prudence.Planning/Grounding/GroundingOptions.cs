namespace Prudence.Planning.Grounding;

/// <summary>What <see cref="TaskBuilder"/> does beyond the necessary.</summary>
public sealed record GroundingOptions
{
    /// <summary>The usual choice.</summary>
    public static GroundingOptions Default { get; } = new();

    /// <summary>Whether mutex groups are looked for. Without them every atom becomes a variable of its own.</summary>
    public bool Invariants { get; init; } = true;

    /// <summary>Whether operators and facts are removed that h² mutexes rule out (Alcázar and Torralba 2015).</summary>
    public bool UseH2Mutexes { get; init; }

    /// <summary>The most time for h² mutexes; what is found until then counts.</summary>
    public TimeSpan H2Time { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>The most memory for h² mutexes; larger tasks do without.</summary>
    public long H2MemoryBytes { get; init; } = 1L << 30;
}
