using Prudence.Budgeting;
using Prudence.Planning.Grounding;
using Prudence.Planning.Tasks;

namespace Prudence.Cli.Commands.Ground;

/// <summary>What came out of grounding.</summary>
/// <param name="Estimate">What was expected.</param>
internal sealed record GroundResult(GroundingEstimate Estimate)
{
    /// <summary>The ground task; null if it was not asked for or the run was stopped.</summary>
    public PlanningTask? Task { get; init; }

    /// <summary>Its sizes; null with <see cref="Task"/>.</summary>
    public GroundingReport? Report { get; init; }

    public StopReason StoppedBy { get; init; }
}
