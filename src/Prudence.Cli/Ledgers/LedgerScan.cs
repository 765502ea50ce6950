using System.Runtime.CompilerServices;
using Prudence.Budgeting;
using Prudence.Cli.Progress;

namespace Prudence.Cli.Ledgers;

/// <summary>Reads a whole ledger, has every entry checked, and shows each to somebody on the way.</summary>
internal static class LedgerScan
{
    /// <summary>Reads to the end that the ledger has now.</summary>
    /// <param name="store">The records.</param>
    /// <param name="observe">Sees each entry, before it is known whether it follows from those ahead.</param>
    /// <param name="progress">Told how far it is.</param>
    /// <param name="cancellation">Stops reading.</param>
    /// <returns>What the entries add up to.</returns>
    /// <exception cref="LedgerCorruptionException">A record is not what was written.</exception>
    public static Task<LedgerState> RunAsync(ILedgerStore store, Action<LedgerEntry> observe, ProgressLine progress, CancellationToken cancellation) =>
        Ledger.VerifyAsync(new ObservedStore(store, observe, progress), cancellation);

    /// <summary>Shows what is read. The store below belongs to somebody else.</summary>
    private sealed class ObservedStore(ILedgerStore store, Action<LedgerEntry> observe, ProgressLine progress) : ILedgerStore
    {
        public ValueTask<LedgerHead> ReadHeadAsync(CancellationToken cancellation) => store.ReadHeadAsync(cancellation);

        public async IAsyncEnumerable<LedgerRecord> ReadAsync(long first, long last, [EnumeratorCancellation] CancellationToken cancellation)
        {
            await foreach (var record in LedgerRecords.ReadAsync(store, first, last, progress, cancellation).ConfigureAwait(false))
            {
                observe(LedgerCodec.Decode(record));
                yield return record;
            }
        }

        public ValueTask<bool> AppendAsync(LedgerHead expected, IReadOnlyList<LedgerRecord> records, LedgerHead head) => throw new NotSupportedException();

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
