namespace Prudence.Cli.Simulation;

/// <summary>What is to be simulated.</summary>
internal sealed record Workload
{
    public required DateTimeOffset Start { get; init; }

    public required TimeSpan Length { get; init; }

    /// <summary>Where the chart's days begin.</summary>
    public required TimeZoneInfo TimeZone { get; init; }

    public required int Seed { get; init; }

    /// <summary>The scopes, each after the one above it.</summary>
    public required IReadOnlyList<WorkloadScope> Scopes { get; init; }

    public required IReadOnlyList<WorkloadStream> Streams { get; init; }
}
