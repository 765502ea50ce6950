using Prudence.Budgeting;
using Prudence.Cli.Ledgers;
using Prudence.Cli.Output;
using Prudence.Cli.Progress;
using Prudence.Cli.Running;

namespace Prudence.Cli.Commands.Ledgers;

internal sealed class ShowHandler(Terminal terminal, bool json, TimeProvider clock)
{
    public async Task<int> RunAsync(LedgerLocation location, string? scope, TimeRange range, CancellationToken cancellation)
    {
        var overview = await ReadAsync(location, scope, range, cancellation).ConfigureAwait(false);
        if (json)
        {
            JsonOutput.Write(terminal.Out, writer => OverviewJson.Write(writer, location.Name, overview));
        }
        else
        {
            OverviewText.Write(TextOutput.For(terminal), location.Name, overview);
        }

        return ExitCode.Success;
    }

    private async Task<LedgerOverview> ReadAsync(LedgerLocation location, string? scope, TimeRange range, CancellationToken cancellation)
    {
        var store = await location.OpenForReadingAsync(cancellation).ConfigureAwait(false);
        await using (store.ConfigureAwait(false))
        {
            using var progress = new ProgressLine(terminal, "reading", clock);
            var purposes = new PurposeTotals(scope, range);
            var begun = new Dictionary<long, DateTimeOffset>();
            var limited = new SortedSet<(string Scope, Resource Resource)>(Comparer<(string Scope, Resource Resource)>.Create(static (left, right) =>
                string.CompareOrdinal(left.Scope, right.Scope) is not 0 and var order ? order : string.CompareOrdinal(left.Resource.Name, right.Resource.Name)));
            var state = await LedgerScan.RunAsync(store, Observe, progress, cancellation).ConfigureAwait(false);
            return new LedgerOverview(state, scope, range, purposes.Lines, begun, limited, clock.GetUtcNow());

            void Observe(LedgerEntry entry)
            {
                purposes.Add(entry);
                foreach (var resource in entry.Window is null ? [] : entry.Amounts.Resources)
                {
                    limited.Add((entry.Scope, resource));
                }

                if (entry.Kind == LedgerEntryKind.Reserve)
                {
                    begun[entry.HoldId] = entry.Time;
                }
                else if (entry.Kind is LedgerEntryKind.Settle or LedgerEntryKind.Release)
                {
                    begun.Remove(entry.HoldId);
                }
            }
        }
    }
}
