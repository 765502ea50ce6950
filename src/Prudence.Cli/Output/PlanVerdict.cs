using Prudence.Cli.Progress;
using Prudence.Planning;

namespace Prudence.Cli.Output;

/// <summary>The outcome of a planner run in one sentence.</summary>
internal static class PlanVerdict
{
    public static string Of(PlannerResult result) => result.Best is { } best
        ? $"valid: {PlanLine.Steps(best.Plan.Length)}, cost {best.Cost}{(result.IsOptimal ? ", proven to be the cheapest" : "")}"
        : result.Outcome switch
        {
            PlannerOutcome.Unsolvable => "unsolvable: it is proven that no plan exists",
            PlannerOutcome.NotFound => "no plan found: the search ended, but it was not a complete one",
            _ => "no plan found before the run was stopped",
        };
}
