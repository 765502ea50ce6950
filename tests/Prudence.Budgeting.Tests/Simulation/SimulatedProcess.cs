namespace Prudence.Budgeting.Tests.Simulation;

/// <summary>A process with the ledger open: it takes one turn after the other, until it dies.</summary>
internal sealed class SimulatedProcess
{
    private readonly LedgerTurn turn;
    private readonly List<(Wish Wish, LedgerRequest Request)> waiting = [];
    private List<(Wish Wish, LedgerRequest Request)> batch = [];
    private Task running = Task.CompletedTask;

    public SimulatedProcess(SimulatedDisk disk, TimeProvider clock)
    {
        Store = new SimulatedStore(disk);
        var opened = Ledger.VerifyAsync(Store);
        Assert.True(opened.IsCompleted, "opening reads only, and does not wait");
        State = opened.GetAwaiter().GetResult();
        turn = new LedgerTurn(State, Store, clock);
    }

    public SimulatedStore Store { get; }

    public LedgerState State { get; }

    public bool IsDead => running.IsFaulted;

    public bool CanTakeTurn => running.IsCompletedSuccessfully && waiting.Count > 0;

    /// <summary>Wishes that nobody will answer any more.</summary>
    public IEnumerable<Wish> Unanswered => batch.Concat(waiting).Where(static asked => !asked.Request.Task.IsCompletedSuccessfully).Select(static asked => asked.Wish);

    public void Ask(Wish wish) => waiting.Add((wish, wish.ToRequest()));

    public void TakeTurn(int most)
    {
        batch = [.. waiting.Take(most)];
        waiting.RemoveRange(0, batch.Count);
        running = turn.RunAsync([.. batch.Select(static asked => asked.Request)]).AsTask();
    }

    /// <summary>The answers of the turn that has just ended; none while it runs.</summary>
    public IReadOnlyList<(Wish Wish, LedgerResult Result)> TakeAnswers()
    {
        if (!running.IsCompleted)
        {
            return [];
        }

        if (running.Exception?.InnerException is { } failure and not IOException)
        {
            throw failure;
        }

        List<(Wish Wish, LedgerResult Result)> answers =
            [.. batch.Where(static asked => asked.Request.Task.IsCompletedSuccessfully).Select(static asked => (asked.Wish, asked.Request.Task.Result))];
        batch.RemoveAll(static asked => asked.Request.Task.IsCompletedSuccessfully);
        return answers;
    }
}
