using System.Text.Json.Serialization;

namespace Prudence.Bench.Planning.Results;

/// <summary>One line of a result file: one planner configuration on one task. Absent figures are null.</summary>
internal sealed record RunRow
{
    public required string Suite { get; init; }

    public required string Task { get; init; }

    public required string Planner { get; init; }

    public required string Config { get; init; }

    public required double CpuLimit { get; init; }

    public required long MemoryLimit { get; init; }

    public required RunStatus Status { get; init; }

    public int? ExitCode { get; init; }

    public decimal? Cost { get; init; }

    public int? PlanLength { get; init; }

    /// <summary>True if the planner claims that no cheaper plan exists.</summary>
    public bool Optimal { get; init; }

    /// <summary>The verdict of Prudence's validator on the plan; null where there is no plan or no verdict.</summary>
    public bool? Validated { get; init; }

    /// <summary>Why the plan is not valid, or the last words of a planner that failed.</summary>
    public string? Message { get; init; }

    /// <summary>From start to end as a user waits for it.</summary>
    public double WallSeconds { get; init; }

    /// <summary>User and system time of all processes.</summary>
    public double CpuSeconds { get; init; }

    /// <summary>The largest resident memory of all processes together.</summary>
    public long PeakBytes { get; init; }

    /// <summary>The peak memory that the searching process itself reports.</summary>
    public long? SearchPeakBytes { get; init; }

    /// <summary>Processor time of the search alone.</summary>
    public double? SearchSeconds { get; init; }

    public long? Expanded { get; init; }

    public long? Evaluated { get; init; }

    public long? Generated { get; init; }

    /// <summary>States stored.</summary>
    public long? States { get; init; }

    [JsonIgnore]
    public string Key => $"{Suite}/{Task}";
}
