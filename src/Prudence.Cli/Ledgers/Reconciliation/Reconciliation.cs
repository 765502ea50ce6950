namespace Prudence.Cli.Ledgers.Reconciliation;

/// <summary>A ledger beside an invoice.</summary>
/// <param name="Rows">What was compared: first by key, then by group, each in order.</param>
/// <param name="Range">The time of the ledger that was looked at.</param>
/// <param name="BlankLines">How many lines of the invoice have no amount.</param>
/// <param name="OtherAdjustments">How many adjustments of other invoices were left out.</param>
internal sealed record Reconciliation(IReadOnlyList<ReconciliationRow> Rows, TimeRange Range, long BlankLines, long OtherAdjustments)
{
    public Int128 Ledger { get; } = Sum(Rows.Select(static row => row.Ledger));

    public Int128 Invoice { get; } = Sum(Rows.Select(static row => (Int128)row.Invoice));

    public bool Agrees { get; } = Rows.All(static row => row.Comparison == Comparison.Agrees);

    private static Int128 Sum(IEnumerable<Int128> amounts) => amounts.Aggregate((Int128)0, static (sum, amount) => sum + amount);
}
