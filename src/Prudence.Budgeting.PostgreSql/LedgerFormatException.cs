namespace Prudence.Budgeting.PostgreSql;

/// <summary>A schema is no ledger, or one of another version.</summary>
/// <param name="message">Which schema, what it is, and what to do.</param>
public sealed class LedgerFormatException(string message) : Exception(message);
