namespace Prudence.Budgeting.Sqlite.Tests;

/// <summary>A folder for one test, deleted afterwards.</summary>
internal sealed class LedgerFolder : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("ledger");

    public string File => Path.Combine(folder.FullName, "ledger.db");

    public void Dispose() => folder.Delete(recursive: true);
}
