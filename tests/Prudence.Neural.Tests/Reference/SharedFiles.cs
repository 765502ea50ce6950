namespace Prudence.Neural.Tests.Reference;

/// <summary>Reference values and models that do not come with the repository: beside its root, or where PRUDENCE_SHARED says.</summary>
internal static class SharedFiles
{
    public static string? Root { get; } = Find();

    public static string At(params string[] path) => Path.Combine([Root ?? throw new InvalidOperationException("there is no shared folder"), .. path]);

    private static string? Find()
    {
        if (Environment.GetEnvironmentVariable("PRUDENCE_SHARED") is { Length: > 0 } named)
        {
            return named;
        }

        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Prudence.slnx")))
        {
            folder = folder.Parent;
        }

        var shared = folder?.Parent is { } above ? Path.Combine(above.FullName, "shared") : null;
        return Directory.Exists(shared) ? shared : null;
    }
}
