namespace Prudence.Neural.Tests.Reference;

/// <summary>The reference values that lie beside the repository, or where PRUDENCE_SHARED says.</summary>
internal static class SharedFolder
{
    public static string? Path { get; } = Find();

    /// <summary>Why tests that need it cannot run here; null if they can.</summary>
    public static string? Absence { get; } =
        Path is null ? "The reference values are not here: put them into ../shared beside the repository or name their folder in PRUDENCE_SHARED." : null;

    public static string At(params string[] parts) => System.IO.Path.Combine([Path!, .. parts]);

    private static string? Find()
    {
        if (Environment.GetEnvironmentVariable("PRUDENCE_SHARED") is { Length: > 0 } named)
        {
            return named;
        }

        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(System.IO.Path.Combine(folder.FullName, "Prudence.slnx")))
            {
                var beside = System.IO.Path.Combine(folder.Parent!.FullName, "shared");
                return Directory.Exists(System.IO.Path.Combine(beside, "vectors")) ? beside : null;
            }
        }

        return null;
    }
}
