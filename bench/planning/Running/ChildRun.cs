using Prudence.Bench.Planning.Results;

namespace Prudence.Bench.Planning.Running;

/// <summary>How a child process ended and what its tree used.</summary>
/// <param name="StoppedBy">The limit at which it was interrupted: <c>time</c> or <c>memory</c>; null if it ended by itself.</param>
internal sealed record ChildRun(
    int ExitCode,
    string Output,
    string Errors,
    double WallSeconds,
    double CpuSeconds,
    long PeakBytes,
    string? StoppedBy)
{
    /// <summary>The status that exit code and limit stand for where no plan was found. Both planners keep to the same blocks of codes.</summary>
    public RunStatus StatusWithoutPlan(Func<int, RunStatus> byExitCode) => StoppedBy switch
    {
        "time" => RunStatus.Time,
        "memory" => RunStatus.Memory,
        _ => byExitCode(ExitCode),
    };
}
