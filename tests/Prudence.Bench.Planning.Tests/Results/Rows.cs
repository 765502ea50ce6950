using Prudence.Bench.Planning.Results;

namespace Prudence.Bench.Planning.Tests.Results;

/// <summary>Result rows with the figures a test needs.</summary>
internal static class Rows
{
    public static RunRow Make(string suite, string task, RunStatus status = RunStatus.Solved) => new()
    {
        Suite = suite,
        Task = task,
        Planner = "a planner",
        Config = "a configuration",
        CpuLimit = 30,
        MemoryLimit = 1 << 30,
        Status = status,
        WallSeconds = 1,
    };
}
