using Prudence.Budgeting;
using Prudence.Cli.Pddl;

namespace Prudence.Cli.Commands.Planning;

/// <summary>What a person asked of <c>prudence plan</c>.</summary>
/// <param name="Files">The task.</param>
/// <param name="Search">A preset, or a configuration.</param>
/// <param name="Budget">The limits.</param>
internal sealed record PlanRequest(TaskFiles Files, string Search, RunLimits Limits)
{
    public bool UseH2Mutexes { get; init; }

    public bool Strict { get; init; }

    public bool Explain { get; init; }

    /// <summary>Where plans go besides the screen.</summary>
    public string? OutputFile { get; init; }

    /// <summary>Where the report goes.</summary>
    public string? ReportFile { get; init; }

    public bool Quiet { get; init; }
}
