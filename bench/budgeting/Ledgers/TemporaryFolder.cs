namespace Prudence.Bench.Budgeting.Ledgers;

/// <summary>An empty folder on the disk to measure, deleted afterwards.</summary>
internal sealed class TemporaryFolder(string parent) : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateDirectory(System.IO.Path.Combine(parent, $"ledger-{Guid.NewGuid():N}"));

    public string Path => folder.FullName;

    public void Dispose() => folder.Delete(recursive: true);
}
