using Prudence.Budgeting;
using Prudence.Cli.Ledgers;
using Prudence.Cli.Ledgers.Reconciliation;
using Prudence.Cli.Output;
using Prudence.Cli.Progress;
using Prudence.Cli.Running;

namespace Prudence.Cli.Commands.Ledgers;

internal sealed class ReconcileHandler(Terminal terminal, bool json, bool all, TimeProvider clock)
{
    public async Task<int> RunAsync(
        LedgerLocation location, ReconciliationRequest request, IEnumerable<InvoiceLine> lines, bool adjust, CancellationToken cancellation)
    {
        var found = await CompareAsync(location, request, lines, cancellation).ConfigureAwait(false);
        var text = json ? null : new ReconciliationText(TextOutput.For(terminal), request, all);
        text?.Write(found);
        IReadOnlyList<Adjustment> adjustments = [];
        if (adjust && !found.Agrees)
        {
            terminal.Flush();
            adjustments = await AdjustmentWriter.WriteAsync(location, request, found, cancellation).ConfigureAwait(false);
            text?.Write(adjustments);
        }

        var isSettled = found.Agrees || (adjust && adjustments.All(static adjustment => adjustment.Problem is null));
        var exitCode = isSettled ? ExitCode.Success : ExitCode.Different;
        if (json)
        {
            JsonOutput.Write(terminal.Out, writer => ReconciliationJson.Write(writer, request, found, adjustments, exitCode));
        }

        return exitCode;
    }

    private async Task<Reconciliation> CompareAsync(
        LedgerLocation location, ReconciliationRequest request, IEnumerable<InvoiceLine> lines, CancellationToken cancellation)
    {
        var store = await location.OpenForReadingAsync(cancellation).ConfigureAwait(false);
        await using (store.ConfigureAwait(false))
        {
            var reconciler = new Reconciler(request);
            foreach (var line in lines)
            {
                cancellation.ThrowIfCancellationRequested();
                reconciler.Add(line);
            }

            using var progress = new ProgressLine(terminal, "comparing", clock);
            await foreach (var entry in LedgerRecords.ReadChainAsync(store, progress, cancellation).ConfigureAwait(false))
            {
                reconciler.Add(entry);
            }

            return reconciler.Result();
        }
    }
}
