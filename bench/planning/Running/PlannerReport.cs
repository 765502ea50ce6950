using Prudence.Bench.Planning.Results;

namespace Prudence.Bench.Planning.Running;

/// <summary>What a planner says about its own run.</summary>
internal sealed record PlannerReport(RunStatus Status)
{
    public decimal? Cost { get; init; }

    public bool Optimal { get; init; }

    public long? SearchPeakBytes { get; init; }

    public double? SearchSeconds { get; init; }

    public long? Expanded { get; init; }

    public long? Evaluated { get; init; }

    public long? Generated { get; init; }

    public long? States { get; init; }

    /// <summary>The plan in IPC format, or null if there is none.</summary>
    public string? Plan { get; init; }
}
