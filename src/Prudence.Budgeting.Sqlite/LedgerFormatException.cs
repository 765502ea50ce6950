namespace Prudence.Budgeting.Sqlite;

/// <summary>A file is no ledger, or one of another version.</summary>
/// <param name="message">Which file, what it is, and what to do.</param>
/// <param name="cause">What SQLite said.</param>
public sealed class LedgerFormatException(string message, Exception? cause = null) : Exception(message, cause);
