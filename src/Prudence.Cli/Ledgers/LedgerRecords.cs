using System.Runtime.CompilerServices;
using Prudence.Budgeting;
using Prudence.Cli.Progress;

namespace Prudence.Cli.Ledgers;

/// <summary>Reads records a piece at a time. Each piece is a short transaction of its own, so that a long read does not keep a writer's log growing.</summary>
internal static class LedgerRecords
{
    private const long Piece = 8192;

    /// <summary>The records of a range, in order.</summary>
    public static async IAsyncEnumerable<LedgerRecord> ReadAsync(
        ILedgerStore store, long first, long last, ProgressLine progress, [EnumeratorCancellation] CancellationToken cancellation)
    {
        for (var start = first; start <= last; start += Piece)
        {
            await foreach (var record in store.ReadAsync(start, Math.Min(last, start + Piece - 1), cancellation).ConfigureAwait(false))
            {
                yield return record;
            }

            progress.Report(Math.Min(last, start + Piece - 1) - first + 1, last - first + 1);
        }
    }

    /// <summary>The entries from the first on, each checked to be whole and to follow the one ahead; in memory there is one piece of them at a time.</summary>
    /// <exception cref="LedgerCorruptionException">A record is not what was written, or missing.</exception>
    public static async IAsyncEnumerable<LedgerEntry> ReadChainAsync(ILedgerStore store, ProgressLine progress, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var head = await store.ReadHeadAsync(cancellation).ConfigureAwait(false);
        var end = default(LedgerHead);
        await foreach (var record in ReadAsync(store, 1, head.Sequence, progress, cancellation).ConfigureAwait(false))
        {
            var entry = LedgerCodec.Decode(record);
            if (entry.Sequence != end.Sequence + 1 || entry.Previous != end.Hash)
            {
                throw new LedgerCorruptionException(end.Sequence + 1, "hash of the entry ahead", $"{end.Hash} of entry {end.Sequence}", $"{entry.Previous} in entry {entry.Sequence}");
            }

            end = new LedgerHead(entry.Sequence, entry.Hash);
            yield return entry;
        }

        if (end != head)
        {
            throw new LedgerCorruptionException(head.Sequence, "end of the ledger", $"entry {head.Sequence} with hash {head.Hash}", $"entry {end.Sequence} with hash {end.Hash}");
        }
    }
}
