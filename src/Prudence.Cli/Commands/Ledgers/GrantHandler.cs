using Prudence.Budgeting;
using Prudence.Cli.Ledgers;
using Prudence.Cli.Ledgers.Export;
using Prudence.Cli.Output;
using Prudence.Cli.Running;

namespace Prudence.Cli.Commands.Ledgers;

internal sealed class GrantHandler(Terminal terminal, bool json)
{
    public async Task<int> RunAsync(LedgerLocation location, GrantRequest request, bool create, CancellationToken cancellation)
    {
        // First on an empty ledger, so that a slip does not leave a new file behind.
        await WriteAsync(new InMemoryLedgerStore(), request, cancellation).ConfigureAwait(false);
        var (result, balances) = await WriteAsync(await location.OpenForWritingAsync(create, cancellation).ConfigureAwait(false), request, cancellation).ConfigureAwait(false);
        if (!result.IsAccepted)
        {
            throw new UserErrorException(ExitCode.BadCommandLine, result.Refusal.Message);
        }

        if (json)
        {
            JsonOutput.Write(terminal.Out, writer =>
            {
                writer.WriteString("outcome", result.IsReplay ? "repeated" : "granted");
                writer.WriteNumber("exitCode", ExitCode.Success);
                writer.WritePropertyName("entry");
                EntryJson.Write(writer, result.Entry);
                writer.WriteStartArray("balances");
                foreach (var balance in balances)
                {
                    OverviewJson.WriteBalance(writer, balance);
                }

                writer.WriteEndArray();
            });
        }
        else
        {
            WriteText(TextOutput.For(terminal), result.Entry, result.IsReplay, balances);
        }

        return ExitCode.Success;
    }

    private static async Task<(LedgerResult Result, IReadOnlyList<LedgerBalance> Balances)> WriteAsync(ILedgerStore store, GrantRequest request, CancellationToken cancellation)
    {
        var ledger = await Ledger.OpenAsync(store, cancellation: cancellation).ConfigureAwait(false);
        await using (ledger.ConfigureAwait(false))
        {
            try
            {
                var result = await ledger.GrantAsync(
                    request.Scope, request.Amounts, purpose: request.Purpose, idempotencyKey: request.Key, window: request.Window, cancellation: cancellation).ConfigureAwait(false);
                var balances = await ledger.BalancesAsync(cancellation).ConfigureAwait(false);
                return (result, [.. balances.Where(balance => balance.Scope == request.Scope && request.Amounts[balance.Resource] > 0)]);
            }
            catch (ArgumentException error)
            {
                throw new UserErrorException(ExitCode.BadCommandLine, error.Message);
            }
        }
    }

    private static string Granted(LedgerEntry entry) => entry.Window is { } window ? $"{entry.Amounts} {window}" : $"{entry.Amounts}";

    private static void WriteText(TextOutput output, LedgerEntry entry, bool isReplay, IReadOnlyList<LedgerBalance> balances)
    {
        output.Line(isReplay
            ? $"entry {entry.Sequence} had granted {Granted(entry)} to {entry.Scope} under this key already: nothing was added"
            : $"granted {Granted(entry)} to {entry.Scope}: entry {entry.Sequence}");
        output.Pairs(balances.Select(static balance => (balance.Resource.Name,
            $"{(balance.Granted is { } granted ? $"{OverviewText.Amount(balance.Resource, granted)} granted" : "not limited for the life of the ledger")}, {OverviewText.Amount(balance.Resource, balance.Spent)} spent, "
            + $"{OverviewText.Amount(balance.Resource, balance.Held)} held")));
    }
}
