namespace Prudence.Bench.Planning.Sampling;

/// <summary>Finds the tasks of the benchmark suites below a data directory.</summary>
internal static class TaskCatalogue
{
    private static readonly string[] LearningLevels = ["easy", "medium"];

    /// <summary>All tasks of the named group of suites (<c>ipc</c>, <c>ipc2023</c> or <c>all</c>), by suite and name.</summary>
    public static IReadOnlyList<BenchmarkTask> Find(string dataDirectory, string group)
    {
        var tasks = group switch
        {
            "ipc" => FindIpc(dataDirectory),
            "ipc2023" => FindLearningTrack(dataDirectory),
            "all" => FindIpc(dataDirectory).Concat(FindLearningTrack(dataDirectory)),
            _ => throw new ArgumentException($"unknown suites `{group}`; expected ipc, ipc2023 or all", nameof(group)),
        };
        return [.. tasks
            .OrderBy(static task => task.Suite, StringComparer.Ordinal)
            .ThenBy(static task => task.Name, StringComparer.Ordinal)];
    }

    private static IEnumerable<BenchmarkTask> FindIpc(string dataDirectory) =>
        from suite in Directory.GetDirectories(Path.Combine(dataDirectory, "ipc"))
        from task in FindTasks(dataDirectory, Path.GetFileName(suite), suite, suite)
        select task;

    private static IEnumerable<BenchmarkTask> FindLearningTrack(string dataDirectory) =>
        from suite in Directory.GetDirectories(Path.Combine(dataDirectory, "ipc2023-learning"))
        from level in LearningLevels
        let directory = Path.Combine(suite, "testing", level)
        where Directory.Exists(directory)
        from task in FindTasks(dataDirectory, $"ipc2023-{Path.GetFileName(suite)}-{level}", suite, directory)
        select task;

    private static IEnumerable<BenchmarkTask> FindTasks(string dataDirectory, string suite, string domainDirectory, string problemDirectory) =>
        from problem in Directory.GetFiles(problemDirectory, "*.pddl")
        let name = Path.GetFileName(problem)
        where !name.Contains("domain", StringComparison.Ordinal)
        let domain = FindDomain(domainDirectory, name)
        where domain is not null
        select new BenchmarkTask(suite, name, Relative(dataDirectory, domain), Relative(dataDirectory, problem));

    /// <summary>One domain for the suite, or one per task that shares the task's first word: <c>p07-domain.pddl</c>.</summary>
    private static string? FindDomain(string directory, string problem)
    {
        var own = Path.Combine(directory, $"{problem.Split('-', '.')[0]}-domain.pddl");
        var common = Path.Combine(directory, "domain.pddl");
        return File.Exists(own) ? own : File.Exists(common) ? common : null;
    }

    private static string Relative(string dataDirectory, string path) => Path.GetRelativePath(dataDirectory, path).Replace('\\', '/');
}
