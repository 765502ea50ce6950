namespace Prudence.Cli.Tests;

/// <summary>Files of the repository the tests run in.</summary>
internal static class RepositoryFiles
{
    public static string Root { get; } = FindRoot();

    public static string Planning(string path) => Path.Combine(Root, "data", "planning", path);

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
