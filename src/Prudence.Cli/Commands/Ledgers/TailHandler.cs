using Prudence.Budgeting;
using Prudence.Cli.Ledgers;
using Prudence.Cli.Ledgers.Export;
using Prudence.Cli.Running;

namespace Prudence.Cli.Commands.Ledgers;

internal sealed class TailHandler(Terminal terminal, bool json, TimeProvider clock)
{
    /// <summary>How often <c>--follow</c> looks for new entries.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(250);

    private const long Piece = 1024;

    public async Task<int> RunAsync(LedgerLocation location, string? scope, int lines, bool follow, CancellationToken cancellation)
    {
        var store = await location.OpenForReadingAsync(cancellation).ConfigureAwait(false);
        await using (store.ConfigureAwait(false))
        {
            var end = (await store.ReadHeadAsync(cancellation).ConfigureAwait(false)).Sequence;
            foreach (var entry in await LastAsync(store, end, scope, lines, cancellation).ConfigureAwait(false))
            {
                Write(entry);
            }

            if (follow)
            {
                await FollowAsync(store, end, scope, cancellation).ConfigureAwait(false);
            }
        }

        return ExitCode.Success;
    }

    /// <summary>Reads backwards, a piece at a time, until there are enough.</summary>
    private static async Task<List<LedgerEntry>> LastAsync(ILedgerStore store, long end, string? scope, int lines, CancellationToken cancellation)
    {
        List<LedgerEntry> found = [];
        for (var last = end; last > 0 && found.Count < lines; last -= Piece)
        {
            List<LedgerEntry> piece = [];
            await foreach (var record in store.ReadAsync(Math.Max(1, last - Piece + 1), last, cancellation).ConfigureAwait(false))
            {
                var entry = LedgerCodec.Decode(record);
                if (ScopePath.IsWithin(entry.Scope, scope))
                {
                    piece.Add(entry);
                }
            }

            found.InsertRange(0, piece);
        }

        return found[Math.Max(0, found.Count - lines)..];
    }

    private async Task FollowAsync(ILedgerStore store, long end, string? scope, CancellationToken cancellation)
    {
        try
        {
            while (true)
            {
                terminal.Flush();
                await Task.Delay(Interval, clock, cancellation).ConfigureAwait(false);
                var last = (await store.ReadHeadAsync(cancellation).ConfigureAwait(false)).Sequence;
                await foreach (var record in store.ReadAsync(end + 1, last, cancellation).ConfigureAwait(false))
                {
                    var entry = LedgerCodec.Decode(record);
                    end = entry.Sequence;
                    if (ScopePath.IsWithin(entry.Scope, scope))
                    {
                        Write(entry);
                    }
                }
            }
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // Ctrl-C is how one stops looking.
        }
    }

    private void Write(LedgerEntry entry) => terminal.Out.Write(json ? EntryJson.Line(entry) : EntryLine.Text(entry) + "\n");
}
