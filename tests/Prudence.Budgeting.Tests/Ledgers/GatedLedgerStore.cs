namespace Prudence.Budgeting.Tests.Ledgers;

/// <summary>Lets appends wait at a gate, and tells when they come to it and when they are through.</summary>
internal sealed class GatedLedgerStore(ILedgerStore inner) : ILedgerStore
{
    private readonly TaskCompletionSource reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly SemaphoreSlim appended = new(0);
    private TaskCompletionSource? gate;

    /// <summary>Ends when an append stands at the closed gate.</summary>
    public Task Reached => reached.Task;

    public void Close() => gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Open() => gate?.SetResult();

    /// <summary>Ends after so many more appends.</summary>
    public async Task Appended(int count)
    {
        for (var i = 0; i < count; i++)
        {
            await appended.WaitAsync();
        }
    }

    public ValueTask<LedgerHead> ReadHeadAsync(CancellationToken cancellation = default) => inner.ReadHeadAsync(cancellation);

    public IAsyncEnumerable<LedgerRecord> ReadAsync(long first, long last, CancellationToken cancellation = default) => inner.ReadAsync(first, last, cancellation);

    public async ValueTask<bool> AppendAsync(LedgerHead expected, IReadOnlyList<LedgerRecord> records, LedgerHead head)
    {
        if (gate is not null)
        {
            reached.TrySetResult();
            await gate.Task;
        }

        var isIn = await inner.AppendAsync(expected, records, head);
        appended.Release();
        return isIn;
    }

    public ValueTask DisposeAsync()
    {
        appended.Dispose();
        return inner.DisposeAsync();
    }
}
