namespace Prudence.Budgeting;

/// <summary>A file or database is no ledger, or one of another version.</summary>
/// <param name="message">Which one, what it is, and what to do.</param>
/// <param name="cause">What the database said.</param>
public sealed class LedgerFormatException(string message, Exception? cause = null) : Exception(message, cause);
