namespace Prudence.Budgeting;

/// <summary>Decides requests against a state in order, and keeps what it decided until it is durable or taken back.</summary>
internal sealed class LedgerBatch(LedgerState state, DateTimeOffset clock)
{
    private readonly LedgerCodec codec = new();
    private readonly List<LedgerStep> steps = [];
    private readonly List<LedgerRecord> records = [];
    private readonly DateTimeOffset now = clock > state.Time ? clock : state.Time;

    /// <summary>Where the ledger ended before.</summary>
    public LedgerHead Before { get; } = state.Head;

    public IReadOnlyList<LedgerRecord> Records => records;

    public void Expire()
    {
        while (state.FirstDue(now) is { } hold)
        {
            Append(new LedgerEntry
            {
                Kind = LedgerEntryKind.Expire,
                Scope = hold.Scope,
                HoldId = hold.Id,
                Amounts = hold.Worst,
                Purpose = hold.Purpose,
            });
        }
    }

    public LedgerResult Decide(LedgerRequest request)
    {
        if (request.Key.Length > 0 && state.FindOutcome(request.Key) is { } earlier && earlier.Body == request.Body)
        {
            return new LedgerResult(earlier, null, IsReplay: true);
        }

        var hold = request.Kind is LedgerEntryKind.Settle or LedgerEntryKind.Release ? state.FindHold(request.HoldId) : null;
        var isReserve = request.Kind == LedgerEntryKind.Reserve;
        var entry = new LedgerEntry
        {
            Sequence = state.Head.Sequence + 1,
            Kind = request.Kind,
            Marks = request.Marks,
            Scope = hold?.Scope ?? request.Scope,
            HoldId = isReserve ? state.Head.Sequence + 1 : request.HoldId,
            ExpiresAt = isReserve ? now + request.HoldFor : null,
            Amounts = hold is not null && request.Kind == LedgerEntryKind.Release ? hold.Worst : request.Amounts,
            Purpose = request.Purpose.Length == 0 && hold is not null ? hold.Purpose : request.Purpose,
            IdempotencyKey = request.Key,
            Body = request.Body,
        };
        return LedgerRules.Check(state, entry) is { } refusal ? new LedgerResult(null, refusal) : new LedgerResult(Append(entry), null);
    }

    public void Undo()
    {
        for (var i = steps.Count - 1; i >= 0; i--)
        {
            state.Undo(steps[i]);
        }
    }

    private LedgerEntry Append(LedgerEntry entry)
    {
        var marks = LedgerRules.MarksOf(state, entry);
        var (chained, record) = codec.Encode(entry with { Sequence = state.Head.Sequence + 1, Time = now, Marks = marks, Previous = state.Head.Hash });
        steps.Add(state.Apply(chained));
        records.Add(record);
        return chained;
    }
}
