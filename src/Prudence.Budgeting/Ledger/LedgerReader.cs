namespace Prudence.Budgeting;

/// <summary>Takes records of a store into a state, and believes none of them: hash, chain, time and rules are checked for each.</summary>
internal static class LedgerReader
{
    /// <summary>Brings a state up to the end of the store.</summary>
    public static async ValueTask CatchUpAsync(LedgerState state, ILedgerStore store, CancellationToken cancellation = default)
    {
        var head = await store.ReadHeadAsync(cancellation).ConfigureAwait(false);
        if (head.Sequence > state.Head.Sequence)
        {
            await foreach (var record in store.ReadAsync(state.Head.Sequence + 1, head.Sequence, cancellation).ConfigureAwait(false))
            {
                Take(state, record);
            }
        }

        if (head != state.Head)
        {
            throw new LedgerCorruptionException(head.Sequence, "end of the ledger", Describe(head), Describe(state.Head));
        }
    }

    /// <summary>One entry again, which was checked before, by its idempotency key.</summary>
    public static async ValueTask<LedgerEntry> ReadAsync(ILedgerStore store, long sequence, string key)
    {
        await foreach (var record in store.ReadAsync(sequence, sequence).ConfigureAwait(false))
        {
            var entry = LedgerCodec.Decode(record);
            return entry.IdempotencyKey == key
                ? entry
                : throw new LedgerCorruptionException(sequence, "idempotency key", key, entry.IdempotencyKey);
        }

        throw new LedgerCorruptionException(sequence, "record", "one", "none");
    }

    private static void Take(LedgerState state, LedgerRecord record)
    {
        var expected = state.Head.Sequence + 1;
        if (record.Sequence != expected)
        {
            throw new LedgerCorruptionException(expected, "sequence", $"{expected}", $"{record.Sequence}");
        }

        var entry = LedgerCodec.Decode(record);
        if (entry.Previous != state.Head.Hash)
        {
            throw new LedgerCorruptionException(expected, "hash of the entry ahead", $"{state.Head.Hash}", $"{entry.Previous}");
        }

        if (entry.Time < state.Time)
        {
            throw new LedgerCorruptionException(expected, "time", $"{state.Time:O} or later", $"{entry.Time:O}");
        }

        if (LedgerRules.Check(state, entry) is { } refusal)
        {
            throw new LedgerCorruptionException(expected, "entry", "one that follows from those ahead", refusal.Message);
        }

        if (LedgerRules.MarksOf(state, entry) is var marks && marks != entry.Marks)
        {
            throw new LedgerCorruptionException(expected, "marks", $"{marks}", $"{entry.Marks}");
        }

        state.Apply(entry);
    }

    private static string Describe(LedgerHead head) => $"entry {head.Sequence} with hash {head.Hash}";
}
