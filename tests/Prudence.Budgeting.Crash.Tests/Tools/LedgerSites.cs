using Prudence.Budgeting.Crash.Tests.Worker;
using Prudence.Budgeting.PostgreSql.Tests.Server;

namespace Prudence.Budgeting.Crash.Tests.Tools;

/// <summary>Places for new ledgers: a folder that is deleted afterwards, and a server that is stopped.</summary>
public sealed class LedgerSites : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("ledger");
    private readonly PostgreSqlServer server = new();
    private int files;

    public void Dispose()
    {
        folder.Delete(recursive: true);
        server.Dispose();
    }

    internal LedgerSite New(StoreKind kind) => kind == StoreKind.PostgreSql
        ? new LedgerSite(server.ConnectionString, server.NewSchema())
        : new LedgerSite(Path.Combine(folder.CreateSubdirectory($"{++files}").FullName, "ledger.db"), "");
}
