using Prudence.Cli.Ledgers;
using Prudence.Cli.Ledgers.Export;
using Prudence.Cli.Progress;
using Prudence.Cli.Running;

namespace Prudence.Cli.Commands.Ledgers;

internal sealed class ExportHandler(Terminal terminal, TimeProvider clock)
{
    public async Task<int> RunAsync(
        LedgerLocation location, Func<TextWriter, ILedgerExport> create, string? file, string? scope, TimeRange range, CancellationToken cancellation)
    {
        if (file is not null)
        {
            OutputFile.Check(file);
            if (location.IsFile(file))
            {
                throw new UserErrorException(ExitCode.BadCommandLine, "--out names the ledger itself", "name another file");
            }

            await OutputFile.WriteAsync(file, WriteAsync).ConfigureAwait(false);
        }
        else
        {
            await WriteAsync(terminal.Out).ConfigureAwait(false);
        }

        return ExitCode.Success;

        async Task WriteAsync(TextWriter writer)
        {
            var store = await location.OpenForReadingAsync(cancellation).ConfigureAwait(false);
            await using (store.ConfigureAwait(false))
            {
                using var progress = new ProgressLine(terminal, "exporting", clock);
                var export = create(writer);
                await foreach (var entry in LedgerRecords.ReadChainAsync(store, progress, cancellation).ConfigureAwait(false))
                {
                    export.Write(entry, range.Contains(entry.Time) && ScopePath.IsWithin(entry.Scope, scope));
                }

                export.Complete();
            }
        }
    }
}
