using System.Threading.Channels;

namespace Prudence.Budgeting;

/// <summary>
/// The one that writes, a turn for all requests that wait, then a turn for those that came meanwhile: the more there are, the more share one write.
/// </summary>
internal sealed class LedgerWriter
{
    private readonly Channel<LedgerRequest> waiting = Channel.CreateUnbounded<LedgerRequest>(new UnboundedChannelOptions { SingleReader = true });
    private readonly List<LedgerRequest> requests = [];
    private readonly LedgerTurn turn;
    private readonly int largestBatch;
    private readonly Task loop;
    private Exception? failure;

    public LedgerWriter(LedgerState state, ILedgerStore store, LedgerOptions options)
    {
        (turn, largestBatch) = (new LedgerTurn(state, store, options.Clock), options.LargestBatch);
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
                while (requests.Count < largestBatch && waiting.Reader.TryRead(out var request))
                {
                    requests.Add(request);
                }

                await turn.RunAsync(requests).ConfigureAwait(false);

                // Those who got an answer go first: what they ask next shares the next write, instead of waiting for the one after it.
                await Task.Yield();
            }
        }
        catch (Exception exception)
        {
            // Whatever it was, nobody may believe that something was written: the ledger ends here.
            Fail(exception);
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
