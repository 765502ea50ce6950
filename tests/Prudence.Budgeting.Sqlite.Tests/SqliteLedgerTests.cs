using Prudence.Budgeting.Tests.Ledgers;

namespace Prudence.Budgeting.Sqlite.Tests;

public sealed class SqliteLedgerTests : LedgerConformance, IDisposable
{
    private readonly LedgerFolder folder = new();

    public void Dispose() => folder.Dispose();

    internal override ILedgerStore NewStore() => SqliteLedgerStore.Open(folder.File);
}
