namespace Prudence.Budgeting.Tests.Ledgers;

/// <summary>Fails at one append: before anything is durable, or after everything is.</summary>
internal sealed class FaultyLedgerStore(ILedgerStore inner, int failAt, bool isAfter) : ILedgerStore
{
    private int appends;

    public ValueTask<LedgerHead> ReadHeadAsync(CancellationToken cancellation = default) => inner.ReadHeadAsync(cancellation);

    public IAsyncEnumerable<LedgerRecord> ReadAsync(long first, long last, CancellationToken cancellation = default) => inner.ReadAsync(first, last, cancellation);

    public async ValueTask<bool> AppendAsync(LedgerHead expected, IReadOnlyList<LedgerRecord> records, LedgerHead head)
    {
        if (appends++ != failAt)
        {
            return await inner.AppendAsync(expected, records, head);
        }

        if (isAfter)
        {
            await inner.AppendAsync(expected, records, head);
        }

        throw new IOException("the disk is gone");
    }

    public ValueTask DisposeAsync() => inner.DisposeAsync();
}
