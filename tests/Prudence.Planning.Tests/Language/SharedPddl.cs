namespace Prudence.Planning.Tests.Language;

/// <summary>The public benchmark files, where they are present.</summary>
internal static class SharedPddl
{
    /// <summary>The folder with the benchmark files; null if there is none on this machine.</summary>
    public static string? Root { get; } = FindRoot();

    /// <summary>Domain and problem files that belong together. Files written by language models are not among them: they are full of errors.</summary>
    public static IEnumerable<(string Domain, string Problem)> Tasks()
    {
        if (Root is null)
        {
            yield break;
        }

        var files = new[] { "pddl", "nl-planning" }.Select(folder => Path.Combine(Root, folder)).Where(Directory.Exists)
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*.pddl", SearchOption.AllDirectories))
            .Where(file => !file.Contains("/experiments/", StringComparison.Ordinal) && !IsDomain(file)).Order(StringComparer.Ordinal);
        foreach (var problem in files)
        {
            if (FindDomain(problem) is { } domain)
            {
                yield return (domain, problem);
            }
        }
    }

    private static bool IsDomain(string file) => Path.GetFileName(file).Contains("domain", StringComparison.Ordinal);

    private static string? FindDomain(string problem)
    {
        var name = Path.GetFileNameWithoutExtension(problem);
        for (var folder = Path.GetDirectoryName(problem); folder is not null && folder.Length > Root!.Length; folder = Path.GetDirectoryName(folder))
        {
            string[] candidates = [Path.Combine(folder, $"{name}-domain.pddl"), Path.Combine(folder, $"domain_{name}.pddl"), Path.Combine(folder, "domain.pddl")];
            if (candidates.FirstOrDefault(File.Exists) is { } domain)
            {
                return domain;
            }
        }

        return null;
    }

    private static string? FindRoot()
    {
        if (Environment.GetEnvironmentVariable("PRUDENCE_SHARED") is { Length: > 0 } given)
        {
            return Existing(given);
        }

        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Prudence.slnx")))
            {
                return folder.Parent is { } parent ? Existing(Path.Combine(parent.FullName, "shared")) : null;
            }
        }

        return null;
    }

    private static string? Existing(string shared)
    {
        var data = Path.Combine(shared, "data");
        return Directory.Exists(data) ? data : null;
    }
}
