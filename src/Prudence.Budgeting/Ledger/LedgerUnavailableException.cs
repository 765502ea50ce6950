namespace Prudence.Budgeting;

/// <summary>
/// The ledger could not write and grants nothing any more. Whether what was asked last is durable is not known: open the ledger again and
/// repeat it with the same idempotency key.
/// </summary>
/// <param name="message">What failed and what to do.</param>
/// <param name="cause">The error of the store.</param>
public sealed class LedgerUnavailableException(string message, Exception? cause = null) : Exception(message, cause);
