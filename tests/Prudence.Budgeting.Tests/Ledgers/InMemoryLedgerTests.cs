namespace Prudence.Budgeting.Tests.Ledgers;

public sealed class InMemoryLedgerTests : LedgerConformance, IAsyncDisposable
{
    private readonly InMemoryLedgerStore store = new();

    public ValueTask DisposeAsync() => store.DisposeAsync();

    internal override ILedgerStore NewStore() => store;
}
