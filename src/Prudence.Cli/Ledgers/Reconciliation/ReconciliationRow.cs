namespace Prudence.Cli.Ledgers.Reconciliation;

/// <summary>Charges of a ledger beside the lines of an invoice that they are compared with.</summary>
/// <param name="Comparison">What came of it.</param>
/// <param name="Key">The idempotency key they have in common; null for a group.</param>
/// <param name="Group">What a group has in common.</param>
/// <param name="Scope">The one scope of all of it; null if there are several or none is known.</param>
/// <param name="Charges">How many charges.</param>
/// <param name="Lines">How many lines.</param>
/// <param name="FirstLine">The first line's number; 0 without lines.</param>
/// <param name="Ledger">What the ledger has, in the unit of the resource, adjustments for this invoice included.</param>
/// <param name="Invoice">What the invoice has, rounded once.</param>
/// <param name="Adjustments">How many adjustments for this row the ledger has.</param>
internal sealed record ReconciliationRow(
    Comparison Comparison, string? Key, GroupKey Group, string? Scope, long Charges, long Lines, long FirstLine, Int128 Ledger, long Invoice, int Adjustments)
{
    public Int128 Difference => Invoice - Ledger;

    /// <summary>What is compared, for people.</summary>
    public string Label => Key is not null ? $"request {Key}" : Group.ToString() is { Length: > 0 } group ? group : "in all";
}
