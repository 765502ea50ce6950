using System.Text;
using Prudence.Budgeting;

namespace Prudence.Cli.Ledgers.Reconciliation;

/// <summary>Writes the differences to the ledger, each under a key of its own, so that running twice at once writes each once.</summary>
internal static class AdjustmentWriter
{
    private const int LongestPurpose = 256;

    public static async Task<IReadOnlyList<Adjustment>> WriteAsync(
        LedgerLocation location, ReconciliationRequest request, Reconciliation found, CancellationToken cancellation)
    {
        var ledger = await Ledger.OpenAsync(await location.OpenForWritingAsync(create: false, cancellation).ConfigureAwait(false), cancellation: cancellation).ConfigureAwait(false);
        await using (ledger.ConfigureAwait(false))
        {
            List<Adjustment> written = [];
            foreach (var row in found.Rows.Where(static row => row.Comparison != Comparison.Agrees))
            {
                written.Add(await WriteAsync(ledger, request, row, cancellation).ConfigureAwait(false));
            }

            return written;
        }
    }

    private static async Task<Adjustment> WriteAsync(Ledger ledger, ReconciliationRequest request, ReconciliationRow row, CancellationToken cancellation)
    {
        var scope = row.Scope ?? request.Scope;
        if (scope is null)
        {
            return new Adjustment(row, 0, null, "it is not known which scope to adjust: name one with --scope, or compare --by day,scope");
        }

        var amount = row.Difference < 0 ? -row.Difference : row.Difference;
        if (amount > long.MaxValue)
        {
            return new Adjustment(row, 0, scope, "the difference exceeds 2^63 - 1");
        }

        try
        {
            var result = await ledger.AdjustAsync(
                scope,
                Cost.Zero.With(request.Resource, (long)amount),
                isCredit: row.Difference < 0,
                Purpose(request.InvoiceId, row),
                AdjustmentKey.Of(request.InvoiceId, row),
                cancellation).ConfigureAwait(false);
            return new Adjustment(row, result.Entry?.Sequence ?? 0, scope, result.Refusal?.Message);
        }
        catch (ArgumentException error)
        {
            // A scope of the invoice that is no path.
            return new Adjustment(row, 0, scope, error.Message);
        }
    }

    private static string Purpose(string invoiceId, ReconciliationRow row)
    {
        var text = string.Concat($"invoice {invoiceId}: {row.Label}".Where(static character => !char.IsControl(character)));
        while (Encoding.UTF8.GetByteCount(text) > LongestPurpose)
        {
            text = text[..^(char.IsLowSurrogate(text[^1]) ? 2 : 1)];
        }

        return text;
    }
}
