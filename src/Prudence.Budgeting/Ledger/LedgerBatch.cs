namespace Prudence.Budgeting;

/// <summary>Decides requests against a state in order, and keeps what it decided until it is durable or taken back. One object serves batch after batch.</summary>
internal sealed class LedgerBatch(LedgerState state)
{
    private readonly LedgerCodec codec = new();
    private readonly List<LedgerEntry> entries = [];
    private readonly List<LedgerRecord> records = [];
    private DateTimeOffset now;

    /// <summary>Where the ledger ended before.</summary>
    public LedgerHead Before { get; private set; }

    public IReadOnlyList<LedgerRecord> Records => records;

    /// <summary>Begins a batch, with the expiry of what is due.</summary>
    public void Begin(DateTimeOffset clock)
    {
        entries.Clear();
        records.Clear();
        state.Begin();
        now = clock > state.Time ? clock : state.Time;
        Before = state.Head;
        while (state.FirstDue(now) is { } hold)
        {
            Append(ExpiryOf(hold));
        }
    }

    public LedgerResult Decide(LedgerRequest request)
    {
        var entry = EntryFor(request);
        var refusal = LedgerRules.Check(state, entry) ?? WindowRules.Check(state, entry);
        return refusal is null ? new LedgerResult(Append(entry), null) : new LedgerResult(null, refusal);
    }

    /// <summary>The entry of this batch with a sequence, or null if it was durable before.</summary>
    public LedgerEntry? Find(long sequence) => sequence > Before.Sequence ? entries[(int)(sequence - Before.Sequence - 1)] : null;

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
            Window = request.Window,
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
        state.Apply(hashed);
        entries.Add(hashed);
        records.Add(record);
        return hashed;
    }
}
