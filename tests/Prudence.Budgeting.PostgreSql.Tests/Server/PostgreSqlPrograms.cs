namespace Prudence.Budgeting.PostgreSql.Tests.Server;

/// <summary>Where the programs of a PostgreSQL server are on this machine.</summary>
internal static class PostgreSqlPrograms
{
    private const string Debian = "/usr/lib/postgresql";

    /// <summary>The folder with <c>initdb</c> and <c>postgres</c>; null if there is none.</summary>
    public static string? Folder { get; } = Candidates().FirstOrDefault(static folder => Has(folder, "initdb") && Has(folder, "postgres"));

    /// <summary>Why tests that need a server are skipped; null if they are not.</summary>
    public static string? WhySkip =>
        Folder is null ? $"needs a PostgreSQL server: initdb and postgres are neither in {Debian}/*/bin nor in PATH (Debian package postgresql)" : null;

    private static IEnumerable<string> Candidates()
    {
        IEnumerable<string> versions = Directory.Exists(Debian) ? Directory.GetDirectories(Debian).OrderDescending(StringComparer.Ordinal) : [];
        return versions.Select(static version => Path.Combine(version, "bin")).Concat((Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator));
    }

    private static bool Has(string folder, string program) => File.Exists(Path.Combine(folder, program));
}
