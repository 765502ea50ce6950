namespace Prudence.Budgeting;

/// <summary>
/// Keeps the records of a ledger. It does not read them. One <see cref="Ledger"/> uses a store object at a time; several processes may have
/// stores on the same records.
/// </summary>
public interface ILedgerStore : IAsyncDisposable
{
    /// <summary>Where the ledger ends.</summary>
    /// <param name="cancellation">Stops waiting.</param>
    /// <exception cref="LedgerCorruptionException">The records kept do not end there.</exception>
    ValueTask<LedgerHead> ReadHeadAsync(CancellationToken cancellation = default);

    /// <summary>The records of a range, in order; one that is missing is left out.</summary>
    /// <param name="first">The first sequence.</param>
    /// <param name="last">The last sequence.</param>
    /// <param name="cancellation">Stops reading.</param>
    IAsyncEnumerable<LedgerRecord> ReadAsync(long first, long last, CancellationToken cancellation = default);

    /// <summary>
    /// Appends all records or none, and returns when they are durable. False, and nothing is appended, if the ledger does not end where expected:
    /// then somebody else was first. Any other failure is an exception, after which it is not known what is durable.
    /// </summary>
    /// <param name="expected">Where the ledger must end.</param>
    /// <param name="records">The records, in order.</param>
    /// <param name="head">Where it ends afterwards.</param>
    ValueTask<bool> AppendAsync(LedgerHead expected, IReadOnlyList<LedgerRecord> records, LedgerHead head);
}
