using Prudence.Budgeting;

namespace Prudence.Cli.Running;

/// <summary>The exit code for a run that ended before it had a plan.</summary>
internal static class StopExitCode
{
    public static int Of(StopReason reason) => reason switch
    {
        StopReason.Time => ExitCode.TimeLimit,
        StopReason.Memory => ExitCode.MemoryLimit,
        StopReason.Cancelled => ExitCode.Interrupted,
        _ => ExitCode.ExpansionLimit,
    };
}
