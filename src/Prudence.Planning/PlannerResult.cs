using System.Collections.Immutable;
using Prudence.Budgeting;
using Prudence.Planning.Grounding;
using Prudence.Planning.Language;
using Prudence.Planning.Search;

namespace Prudence.Planning;

/// <summary>What a planner run came back with.</summary>
public sealed record PlannerResult
{
    /// <summary>How it ended.</summary>
    public required PlannerOutcome Outcome { get; init; }

    /// <summary>All plans found, each better than the one before; every one has passed the validator.</summary>
    public ImmutableArray<PlanRecord> Plans { get; init; } = [];

    /// <summary>The best plan; null without one.</summary>
    public PlanRecord? Best => Plans.IsEmpty ? null : Plans[^1];

    /// <summary>True if it is proven that no plan is cheaper than <see cref="Best"/>.</summary>
    public bool IsOptimal { get; init; }

    /// <summary>The task as it was read; null if it has errors.</summary>
    public PddlTask? Task { get; init; }

    /// <summary>What was said about the domain and problem.</summary>
    public ImmutableArray<Diagnostic> Diagnostics { get; init; } = [];

    /// <summary>Sizes and times of grounding; null if the run ended before.</summary>
    public GroundingReport? Grounding { get; init; }

    /// <summary>What the search did; null if the run ended before it.</summary>
    public SearchStatistics? Search { get; init; }

    /// <summary>Time the search alone took.</summary>
    public TimeSpan SearchTime { get; init; }

    /// <summary>Processor time of the whole process during the search, all threads together: what a busy machine does not distort.</summary>
    public TimeSpan SearchProcessorTime { get; init; }

    /// <summary>The largest resident memory of the process during the run, in bytes.</summary>
    public required long PeakMemoryBytes { get; init; }

    /// <summary>The configuration that was run, presets and fallbacks resolved.</summary>
    public required string Configuration { get; init; }

    /// <summary>What the run used.</summary>
    public required Receipt Receipt { get; init; }
}
