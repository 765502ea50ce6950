using Prudence.Budgeting;

namespace Prudence.Cli.Simulation;

/// <summary>Calls that come one after the other, all of a kind.</summary>
internal sealed record WorkloadStream
{
    public required string Name { get; init; }

    /// <summary>The scope that pays.</summary>
    public required string Scope { get; init; }

    public required string Purpose { get; init; }

    /// <summary>The mean time between two calls.</summary>
    public required TimeSpan Every { get; init; }

    /// <summary>Whether calls come at even distances, and not at random (Poisson).</summary>
    public bool IsRegular { get; init; }

    /// <summary>How many calls are on their way at most; the others wait.</summary>
    public required int Concurrency { get; init; }

    /// <summary>What a call costs, and what it can cost at most.</summary>
    public required CallPrice Price { get; init; }

    /// <summary>How long a call takes, in ticks.</summary>
    public required Distribution Latency { get; init; }

    /// <summary>How many of ten thousand calls fail without a charge.</summary>
    public int Failures { get; init; }

    /// <summary>How often a failed call is tried again.</summary>
    public int Retries { get; init; }

    /// <summary>How long one waits before that.</summary>
    public TimeSpan RetryAfter { get; init; }

    /// <summary>How many of ten thousand calls cost twice their worst case: a provider that bills what it was not asked for.</summary>
    public int Overruns { get; init; }
}
