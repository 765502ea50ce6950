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
        while (batch.Records.Count > 0 && !await AppendAsync().ConfigureAwait(false));

        for (var i = 0; i < requests.Count; i++)
        {
            requests[i].Look?.Invoke(state);
            requests[i].SetResult(results[i]!);
        }
    }

    private void Decide(IReadOnlyList<LedgerRequest> requests)
    {
        results.Clear();
        batch.Begin(clock.GetUtcNow());
        for (var i = 0; i < requests.Count; i++)
        {
            results.Add(requests[i].Look is null ? batch.Decide(requests[i]) : null);
        }
    }

    private async ValueTask<bool> AppendAsync()
    {
        if (await store.AppendAsync(batch.Before, batch.Records, state.Head).ConfigureAwait(false))
        {
            return true;
        }

        batch.Undo();
        return false;
    }
}
