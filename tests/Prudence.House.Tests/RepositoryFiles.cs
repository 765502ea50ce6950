namespace Prudence.House.Tests;

/// <summary>Files of the repository the tests run in.</summary>
internal static class RepositoryFiles
{
    private static readonly string[] Products = [".git", ".build", "bin", "obj"];

    /// <summary>The repository's folder.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>The full path of a file or folder.</summary>
    public static string At(params string[] path) => Path.Combine([Root, .. path]);

    /// <summary>The path of a file from the repository's folder on, with forward slashes.</summary>
    public static string Name(string file) => Path.GetRelativePath(Root, file).Replace('\\', '/');

    /// <summary>All files below a folder with that ending; what builds produce is left out.</summary>
    public static IEnumerable<string> Below(string folder, string ending) =>
        Directory.EnumerateFiles(At(folder), "*" + ending, SearchOption.AllDirectories)
            .Where(file => !Name(file).Split('/').Intersect(Products).Any())
            .Order(StringComparer.Ordinal);

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
