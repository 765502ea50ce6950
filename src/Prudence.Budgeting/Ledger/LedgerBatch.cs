namespace Prudence.Budgeting;

/// <summary>Decides requests against a state in order, and keeps what it decided until it is durable or taken back. One object serves batch after batch.</summary>
internal sealed class LedgerBatch(LedgerState state)
{
    private readonly LedgerCodec codec = new();
    private readonly List<LedgerStep> steps = [];
    private readonly List<LedgerRecord> records = [];
    private DateTimeOffset now;

    /// <summary>Where the ledger ended before.</summary>
    public LedgerHead Before { get; private set; }

    public IReadOnlyList<LedgerRecord> Records => records;

    /// <summary>Begins a batch, with the expiry of what is due.</summary>
    public void Begin(DateTimeOffset clock)
    {
        steps.Clear();
        records.Clear();
        now = clock > state.Time ? clock : state.Time;
        Before = state.Head;
        while (state.FirstDue(now) is { } hold)
        {
            Append(ExpiryOf(hold));
        }
    }

    public LedgerResult Decide(LedgerRequest request)
    {
        if (request.Key.Length > 0 && state.FindOutcome(request.Key) is { } earlier && earlier.Body == request.Body)
        {
            return new LedgerResult(earlier, null, IsReplay: true);
        }

        var entry = EntryFor(request);
        return LedgerRules.Check(state, entry) is { } refusal ? new LedgerResult(null, refusal) : new LedgerResult(Append(entry), null);
    }

    public void Undo()
    {
        for (var i = steps.Count - 1; i >= 0; i--)
        {
            state.Undo(steps[i]);
        }
    }

    private LedgerEntry EntryFor(LedgerRequest request)
    {
        var sequence = state.Head.Sequence + 1;
        var hold = request.Kind is LedgerEntryKind.Settle or LedgerEntryKind.Release ? state.FindHold(request.HoldId) : null;
        var isReserve = request.Kind == LedgerEntryKind.Reserve;
        return new LedgerEntry
        {
            Sequence = sequence,
            Time = now,
            Kind = request.Kind,
            Marks = request.Marks,
            Scope = hold?.Scope ?? request.Scope,
            HoldId = isReserve ? sequence : request.HoldId,
            ExpiresAt = isReserve ? now + request.HoldFor : null,
            Amounts = hold is not null && request.Kind == LedgerEntryKind.Release ? hold.Worst : request.Amounts,
            Purpose = request.Purpose.Length == 0 && hold is not null ? hold.Purpose : request.Purpose,
            IdempotencyKey = request.Key,
            Body = request.Body,
            Previous = state.Head.Hash,
        };
    }

    private LedgerEntry ExpiryOf(LedgerHold hold) => new()
    {
        Sequence = state.Head.Sequence + 1,
        Time = now,
        Kind = LedgerEntryKind.Expire,
        Scope = hold.Scope,
        HoldId = hold.Id,
        Amounts = hold.Worst,
        Purpose = hold.Purpose,
        Previous = state.Head.Hash,
    };

    private LedgerEntry Append(LedgerEntry entry)
    {
        if (LedgerRules.MarksOf(state, entry) is var marks && marks != entry.Marks)
        {
            entry = entry with { Marks = marks };
        }

        var (hashed, record) = codec.Encode(entry);
        steps.Add(state.Apply(hashed));
        records.Add(record);
        return hashed;
    }
}
