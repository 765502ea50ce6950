namespace Prudence.Neural.Tests.Tokenizers;

/// <summary>Reference files beside the repository, in <c>../shared</c> or where PRUDENCE_SHARED says.</summary>
internal static class SharedFiles
{
    public static string Root { get; } = Environment.GetEnvironmentVariable("PRUDENCE_SHARED") ?? Path.Combine(RepositoryRoot(), "..", "shared");

    public static bool Exist => Directory.Exists(Path.Combine(Root, "vectors", "lm"));

    public static string At(params string[] parts) => Path.Combine([Root, .. parts]);

    private static string RepositoryRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Prudence.slnx")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? AppContext.BaseDirectory;
    }
}
