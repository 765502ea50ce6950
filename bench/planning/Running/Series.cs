using System.Diagnostics;
using Prudence.Bench.Planning.Results;
using Prudence.Bench.Planning.Sampling;

namespace Prudence.Bench.Planning.Running;

/// <summary>Runs one planner configuration on the tasks of a sample that have no result yet.</summary>
internal sealed class Series(
    PlannerProgram planner,
    string config,
    ResourceLimits limits,
    string dataDirectory,
    ResultsFile results,
    TextWriter progress)
{
    public async Task RunAsync(Sample sample, CancellationToken cancellation)
    {
        var rows = results.Read().ToDictionary(static row => row.Key, StringComparer.Ordinal);
        RefuseForeignRows(rows.Values);
        var solved = rows.Values.Count(static row => row.Status == RunStatus.Solved);
        var open = sample.Tasks.Where(task => !rows.ContainsKey(task.Key)).ToArray();
        var clock = Stopwatch.StartNew();
        for (var done = 0; done < open.Length; done++)
        {
            var row = await RunAsync(open[done], cancellation);
            results.Append(row);
            solved += row.Status == RunStatus.Solved ? 1 : 0;
            var number = rows.Count + done + 1;
            var left = clock.Elapsed / (done + 1) * (open.Length - done - 1);
            await progress.WriteLineAsync(
                $"[{number,4}/{sample.Tasks.Count}] {row.Key} {Describe(row)} | solved {solved}/{number} | about {left:h\\:mm\\:ss} left");
        }
    }

    private async Task<RunRow> RunAsync(BenchmarkTask task, CancellationToken cancellation)
    {
        var directory = Directory.CreateTempSubdirectory("prudence-bench-").FullName;
        try
        {
            var (domain, problem) = (Path.Combine(dataDirectory, task.Domain), Path.Combine(dataDirectory, task.Problem));
            var run = await LimitedProcess.RunAsync(
                planner.Program, planner.Arguments(domain, problem, limits), directory, limits, cancellation);
            var report = planner.Read(run, directory);
            return Row(task, run, report);
        }
        finally
        {
            Directory.Delete(directory, recursive: true);
        }
    }

    private RunRow Row(BenchmarkTask task, ChildRun run, PlannerReport report)
    {
        var row = new RunRow
        {
            Suite = task.Suite,
            Task = task.Name,
            Planner = planner.Name,
            Config = config,
            CpuLimit = limits.CpuSeconds,
            MemoryLimit = limits.MemoryBytes,
            Status = report.Status,
            ExitCode = run.ExitCode,
            Cost = report.Cost,
            Optimal = report.Optimal,
            Message = report.Status == RunStatus.Failed ? LastWords(run) : null,
            WallSeconds = Math.Round(run.WallSeconds, 4),
            CpuSeconds = Math.Round(run.CpuSeconds, 4),
            PeakBytes = Math.Max(run.PeakBytes, report.SearchPeakBytes ?? 0),
            SearchPeakBytes = report.SearchPeakBytes,
            SearchSeconds = report.SearchSeconds,
            Expanded = report.Expanded,
            Evaluated = report.Evaluated,
            Generated = report.Generated,
            States = report.States,
        };
        if (report.Plan is null)
        {
            return row;
        }

        var planPath = results.PlanPath(task);
        BenchmarkFiles.CreateParent(planPath);
        File.WriteAllText(planPath, report.Plan);
        return PlanCheck.Apply(row, task, dataDirectory, planPath);
    }

    /// <summary>Rows of another configuration in the same file would be compared as if they were this one's.</summary>
    private void RefuseForeignRows(IEnumerable<RunRow> rows)
    {
        foreach (var row in rows)
        {
            if (row.Planner != planner.Name || row.Config != config || row.CpuLimit != limits.CpuSeconds)
            {
                throw new InvalidOperationException(
                    $"the result file holds runs of {row.Planner} {row.Config} at {row.CpuLimit} s; write {planner.Name} {config} at {limits.CpuSeconds} s to another file");
            }
        }
    }

    private static string Describe(RunRow row)
    {
        var verdict = row.Validated switch { true => " valid", false => " NOT VALID", null => "" };
        var cost = row.Cost is { } value ? $" cost {value}" : "";
        return $"{row.Status.ToString().ToLowerInvariant()}{cost}{verdict} {row.CpuSeconds:0.00} s";
    }

    private static string LastWords(ChildRun run)
    {
        var text = (run.Errors.Trim().Length > 0 ? run.Errors : run.Output).Trim();
        return text.Length <= 400 ? text : text[^400..];
    }
}
