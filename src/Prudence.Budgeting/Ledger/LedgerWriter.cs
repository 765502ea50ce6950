using System.Threading.Channels;

namespace Prudence.Budgeting;

/// <summary>
/// The one that writes: takes all requests that wait, decides them in order, appends what was decided as one batch, and answers when it is durable.
/// While it waits for the disk the next requests gather; so the more there are the more share one write.
/// </summary>
internal sealed class LedgerWriter
{
    private readonly Channel<LedgerRequest> waiting = Channel.CreateUnbounded<LedgerRequest>(new UnboundedChannelOptions { SingleReader = true });
    private readonly LedgerState state;
    private readonly ILedgerStore store;
    private readonly LedgerOptions options;
    private readonly List<LedgerRequest> requests = [];
    private readonly List<LedgerResult?> results = [];
    private readonly Task loop;
    private Exception? failure;

    public LedgerWriter(LedgerState state, ILedgerStore store, LedgerOptions options)
    {
        (this.state, this.store, this.options) = (state, store, options);
        loop = Task.Run(RunAsync);
    }

    public Task<LedgerResult> Submit(LedgerRequest request)
    {
        if (!waiting.Writer.TryWrite(request))
        {
            throw Volatile.Read(ref failure) ?? new ObjectDisposedException(nameof(Ledger));
        }

        return request.Task;
    }

    /// <summary>Answers what waits, and ends.</summary>
    public Task StopAsync()
    {
        waiting.Writer.TryComplete();
        return loop;
    }

    private async Task RunAsync()
    {
        try
        {
            while (await waiting.Reader.WaitToReadAsync().ConfigureAwait(false))
            {
                requests.Clear();
                while (requests.Count < options.LargestBatch && waiting.Reader.TryRead(out var request))
                {
                    requests.Add(request);
                }

                await WriteAsync().ConfigureAwait(false);
                Answer();
            }
        }
        catch (Exception exception)
        {
            // Whatever it was, nobody may believe that something was written: the ledger ends here.
            Fail(exception);
        }
    }

    private async Task WriteAsync()
    {
        LedgerBatch batch;
        do
        {
            await LedgerReader.CatchUpAsync(state, store).ConfigureAwait(false);
            batch = new LedgerBatch(state, options.Clock.GetUtcNow());
            results.Clear();
            batch.Expire();
            foreach (var request in requests)
            {
                results.Add(request.Look is null ? batch.Decide(request) : null);
            }
        }
        while (batch.Records.Count > 0 && !await AppendAsync(batch).ConfigureAwait(false));
    }

    private async ValueTask<bool> AppendAsync(LedgerBatch batch)
    {
        if (await store.AppendAsync(batch.Before, batch.Records, state.Head).ConfigureAwait(false))
        {
            return true;
        }

        batch.Undo();
        return false;
    }

    private void Answer()
    {
        for (var i = 0; i < requests.Count; i++)
        {
            requests[i].Look?.Invoke(state);
            requests[i].SetResult(results[i]!);
        }
    }

    private void Fail(Exception cause)
    {
        Exception told = cause is LedgerCorruptionException
            ? cause
            : new LedgerUnavailableException(
                $"The ledger cannot be written and grants nothing any more: {cause.Message} Remove the cause, open the ledger again, and repeat what was not answered.", cause);
        Volatile.Write(ref failure, told);
        waiting.Writer.TryComplete();
        while (waiting.Reader.TryRead(out var request))
        {
            requests.Add(request);
        }

        foreach (var request in requests)
        {
            request.TrySetException(told);
        }
    }
}
