using System.Numerics;

namespace Prudence.Cli.Ledgers.Reconciliation;

/// <summary>Adds up what is compared in one row.</summary>
internal sealed class Tally
{
    private string? scope;
    private bool hasSeveralScopes;

    public long Charges { get; private set; }

    public long Lines { get; private set; }

    public long FirstLine { get; private set; }

    public Int128 Ledger { get; private set; }

    public ExactAmount Invoice { get; private set; }

    /// <summary>The one scope of all charges, or of all lines where there are no charges; null if there are several.</summary>
    public string? Scope => hasSeveralScopes ? null : scope;

    public void AddCharge(Int128 amount, string chargedScope)
    {
        if (Charges == 0)
        {
            (scope, hasSeveralScopes) = (chargedScope, false);
        }

        hasSeveralScopes |= scope != chargedScope;
        Charges++;
        Ledger += amount;
    }

    public void AddLine(ExactAmount amount, long number, string lineScope)
    {
        if (Charges == 0)
        {
            hasSeveralScopes |= Lines > 0 && scope != lineScope;
            scope = lineScope;
        }

        FirstLine = Lines == 0 ? number : FirstLine;
        Lines++;
        Invoice += amount;
    }

    /// <summary>The row of the tally.</summary>
    public ReconciliationRow ToRow(string? key, GroupKey group, long invoice, (Int128 Sum, int Count) adjusted, long tolerance)
    {
        var ledger = Ledger + adjusted.Sum;
        var comparison = BigInteger.Abs((BigInteger)invoice - (BigInteger)ledger) <= tolerance ? Comparison.Agrees
            : Lines == 0 ? Comparison.OnlyInLedger
            : Charges == 0 && adjusted.Count == 0 ? Comparison.OnlyOnInvoice
            : Comparison.Differs;
        return new ReconciliationRow(comparison, key, group, Scope is { Length: > 0 } ? Scope : null, Charges, Lines, FirstLine, ledger, invoice, adjusted.Count);
    }
}
