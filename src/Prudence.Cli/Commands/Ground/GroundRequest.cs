using Prudence.Budgeting;
using Prudence.Cli.Pddl;

namespace Prudence.Cli.Commands.Ground;

/// <summary>What a person asked of <c>prudence ground</c>.</summary>
/// <param name="Files">The task.</param>
/// <param name="Budget">The limits.</param>
internal sealed record GroundRequest(TaskFiles Files, RunLimits Limits)
{
    public bool EstimateOnly { get; init; }

    /// <summary>Where the ground task goes.</summary>
    public string? OutputFile { get; init; }

    public bool UseH2Mutexes { get; init; }

    public bool Strict { get; init; }
}
