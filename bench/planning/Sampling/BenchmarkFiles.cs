namespace Prudence.Bench.Planning.Sampling;

/// <summary>Where the benchmark tasks are and where results go.</summary>
internal static class BenchmarkFiles
{
    /// <summary>
    /// The directory that holds <c>ipc</c> and <c>ipc2023-learning</c>: the given one, else <c>data/pddl</c> below
    /// <c>PRUDENCE_SHARED</c>, else below <c>shared</c> beside this or an enclosing directory.
    /// </summary>
    public static string FindDataDirectory(string? given)
    {
        var candidates = new List<string>();
        if (given is not null)
        {
            candidates.Add(given);
        }
        else
        {
            if (Environment.GetEnvironmentVariable("PRUDENCE_SHARED") is { Length: > 0 } shared)
            {
                candidates.Add(Path.Combine(shared, "data", "pddl"));
            }

            for (var directory = new DirectoryInfo(Environment.CurrentDirectory); directory is not null; directory = directory.Parent)
            {
                candidates.Add(Path.Combine(directory.FullName, "shared", "data", "pddl"));
            }
        }

        return candidates.Find(static candidate => Directory.Exists(Path.Combine(candidate, "ipc")))
            ?? throw new DirectoryNotFoundException(
                $"no benchmark tasks found (looked in {string.Join(", ", candidates)}); pass --data DIRECTORY or set PRUDENCE_SHARED");
    }

    public static void CreateParent(string path)
    {
        if (Path.GetDirectoryName(Path.GetFullPath(path)) is { } parent)
        {
            Directory.CreateDirectory(parent);
        }
    }
}
