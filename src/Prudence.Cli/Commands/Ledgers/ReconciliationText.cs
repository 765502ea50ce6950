using Prudence.Budgeting;
using Prudence.Cli.Ledgers.Reconciliation;
using Prudence.Cli.Output;

namespace Prudence.Cli.Commands.Ledgers;

/// <summary>A comparison for people: first what needs a look.</summary>
internal sealed class ReconciliationText(TextOutput output, ReconciliationRequest request, bool all)
{
    public void Write(Reconciliation found)
    {
        Write(found, Comparison.Differs, "Amounts differ");
        Write(found, Comparison.OnlyInLedger, "In the ledger only");
        Write(found, Comparison.OnlyOnInvoice, "On the invoice only");
        if (all)
        {
            Write(found, Comparison.Agrees, "Agree");
        }

        WriteTotals(found);
    }

    public void Write(IReadOnlyList<Adjustment> adjustments)
    {
        output.Heading("Adjustments");
        output.Table(["what", "scope", "#amount", "entry"], adjustments.Select(adjustment => (IReadOnlyList<string>)
        [
            adjustment.Row.Label,
            adjustment.Scope ?? "-",
            Amount(adjustment.Row.Difference),
            adjustment.Problem is { } problem ? $"not written: {problem}" : AmountFormat.Count(adjustment.Sequence),
        ]));
    }

    private void Write(Reconciliation found, Comparison comparison, string heading)
    {
        var rows = found.Rows.Where(row => row.Comparison == comparison).ToList();
        if (rows.Count == 0)
        {
            return;
        }

        output.Heading(heading);
        output.Table(["what", "#charges", "#lines", "#from line", "#ledger", "#invoice", "#invoice - ledger"], rows.Select(row => (IReadOnlyList<string>)
        [
            row.Label,
            AmountFormat.Count(row.Charges),
            AmountFormat.Count(row.Lines),
            row.FirstLine == 0 ? "-" : AmountFormat.Count(row.FirstLine),
            Amount(row.Ledger),
            Amount(row.Invoice),
            Amount(row.Difference),
        ]));
    }

    private void WriteTotals(Reconciliation found)
    {
        output.Heading($"{request.Resource} {(found.Range.ToString() is { Length: > 0 } range ? range : "over all time")}");
        output.Pairs(
        [
            ("ledger", Amount(found.Ledger)),
            ("invoice", Amount(found.Invoice)),
            ("invoice - ledger", Amount(found.Invoice - found.Ledger)),
        ]);
        if (found.BlankLines > 0)
        {
            output.Line($"{AmountFormat.Count(found.BlankLines)} {(found.BlankLines == 1 ? "line" : "lines")} of the invoice without an amount", Tone.Quiet);
        }

        if (found.OtherAdjustments > 0)
        {
            output.Line($"{AmountFormat.Count(found.OtherAdjustments)} adjustments of other invoices are left out", Tone.Quiet);
        }

        var (agreeing, differing) = (found.Rows.Count(static row => row.Comparison == Comparison.Agrees), found.Rows.Count(static row => row.Comparison != Comparison.Agrees));
        output.Line(
            differing == 0 ? $"ledger and invoice agree: {AmountFormat.Count(agreeing)} compared" : $"{AmountFormat.Count(agreeing)} agree, {AmountFormat.Count(differing)} do not",
            differing == 0 ? Tone.Good : Tone.Bad);
    }

    private string Amount(Int128 amount) => OverviewText.Amount(request.Resource, amount);
}
