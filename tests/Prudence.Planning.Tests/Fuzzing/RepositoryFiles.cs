namespace Prudence.Planning.Tests.Fuzzing;

/// <summary>Files of the repository the tests run in.</summary>
internal static class RepositoryFiles
{
    /// <summary>The repository's folder.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>The domains that come with the product, each with its problems.</summary>
    public static IEnumerable<(string Domain, string Problem)> Tasks() =>
        from folder in Directory.GetDirectories(Path.Combine(Root, "data", "planning")).Order(StringComparer.Ordinal)
        let domain = Path.Combine(folder, "domain.pddl")
        from problem in Directory.GetFiles(folder, "*.pddl").Where(file => file != domain).Order(StringComparer.Ordinal)
        select (File.ReadAllText(domain), File.ReadAllText(problem));

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "Prudence.slnx")))
        {
            folder = folder.Parent;
        }

        return folder.FullName;
    }
}
