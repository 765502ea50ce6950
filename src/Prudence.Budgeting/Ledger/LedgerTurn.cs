namespace Prudence.Budgeting;

/// <summary>
/// One turn of the writer: decides all that is asked in order, appends what was decided as one batch, and answers when it is durable. It starts no
/// threads and ends when the store has answered, so that with a store that answers at once a turn is one synchronous call.
/// </summary>
internal sealed class LedgerTurn(LedgerState state, ILedgerStore store, TimeProvider clock)
{
    private readonly LedgerBatch batch = new(state);
    private readonly List<LedgerResult?> results = [];

    public async ValueTask RunAsync(IReadOnlyList<LedgerRequest> requests)
    {
        do
        {
            await LedgerReader.CatchUpAsync(state, store).ConfigureAwait(false);
            Decide(requests);
        }
        while (!await AppendAsync().ConfigureAwait(false));

        for (var i = 0; i < requests.Count; i++)
        {
            var request = requests[i];
            request.Look?.Invoke(state);
            request.SetResult(results[i] ?? (Earlier(request) is { } sequence ? await ReplayAsync(request, sequence).ConfigureAwait(false) : null!));
        }
    }

    /// <summary>Leaves the result open of those that look, and of those that repeat what was asked before.</summary>
    private void Decide(IReadOnlyList<LedgerRequest> requests)
    {
        results.Clear();
        batch.Begin(clock.GetUtcNow());
        for (var i = 0; i < requests.Count; i++)
        {
            results.Add(requests[i].Look is null && Earlier(requests[i]) is null ? batch.Decide(requests[i]) : null);
        }
    }

    private async ValueTask<bool> AppendAsync()
    {
        if (batch.Records.Count == 0 || await store.AppendAsync(batch.Before, batch.Records, state.Head).ConfigureAwait(false))
        {
            state.Keep();
            return true;
        }

        state.TakeBack();
        return false;
    }

    /// <summary>The entry that was written for a request with the same key and body, if there is one.</summary>
    private long? Earlier(LedgerRequest request) =>
        request.Key.Length > 0 && state.FindOutcome(request.Key) is { } outcome && outcome.Body == request.Body ? outcome.Sequence : null;

    private async ValueTask<LedgerResult> ReplayAsync(LedgerRequest request, long sequence)
    {
        var entry = batch.Find(sequence) ?? await LedgerReader.ReadAsync(store, sequence, request.Key).ConfigureAwait(false);
        return new LedgerResult(entry, null, IsReplay: true);
    }
}
