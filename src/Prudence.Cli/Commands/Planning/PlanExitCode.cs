using Prudence.Cli.Running;
using Prudence.Planning;

namespace Prudence.Cli.Commands.Planning;

/// <summary>The exit code of a planner run: 0 whenever there is a plan, whatever ended the run.</summary>
internal static class PlanExitCode
{
    public static int Of(PlannerResult result) => result.Outcome switch
    {
        PlannerOutcome.Solved => ExitCode.Success,
        PlannerOutcome.Unsolvable => ExitCode.Unsolvable,
        PlannerOutcome.NotFound => ExitCode.NotFound,
        PlannerOutcome.InvalidInput => ExitCode.BadFile,
        _ => StopExitCode.Of(result.Receipt.StoppedBy),
    };
}
