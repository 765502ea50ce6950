namespace Prudence.Cli.Ledgers.Reconciliation;

/// <summary>A line of an invoice.</summary>
/// <param name="Number">The line of the file on which it ends.</param>
/// <param name="Day">The day, in the time zone of the comparison; null where it has none.</param>
/// <param name="Key">The request's id; empty if it has none.</param>
/// <param name="Scope">What stands for the scope; empty if there is no such column.</param>
/// <param name="Purpose">What stands for the purpose; empty if there is no such column.</param>
/// <param name="Amount">The amount; null on a line without one, such as that of a day on which nothing was used.</param>
internal sealed record InvoiceLine(long Number, DateOnly? Day, string Key, string Scope, string Purpose, ExactAmount? Amount);
