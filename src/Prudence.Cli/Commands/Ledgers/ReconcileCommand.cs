using System.CommandLine;
using Prudence.Cli.Help;
using Prudence.Cli.Running;

namespace Prudence.Cli.Commands.Ledgers;

/// <summary><c>prudence ledger reconcile</c>: whether a provider's invoice and a ledger say the same.</summary>
internal static class ReconcileCommand
{
    public static Command Create(Terminal terminal)
    {
        var invoice = FileArgument.One("INVOICE", "The invoice, or the export of a provider's cost or usage page, as comma-separated values.");
        var options = new ReconcileOptions();
        var adjust = new Option<bool>("--adjust") { Description = "Afterwards write adjustments to the ledger, so that it says what the invoice says." };
        var all = new Option<bool>("--all") { Description = "Also show what agrees." };
        var command = new Command("reconcile", "Compare a provider's invoice with a ledger, and say what agrees, what differs, and what only one of them has.");
        command.Arguments.Add(invoice);
        options.AddTo(command);
        command.Options.Add(all);
        command.Options.Add(adjust);
        command.WithExamples(
            new("day by day", "prudence ledger reconcile cost.csv --ledger costs.db --preset openai-cost"),
            new("by month and team", "prudence ledger reconcile cost.csv --ledger costs.db --preset openai-cost --by month,scope --map proj_a1b2=acme/search"),
            new("request by request", "prudence ledger reconcile invoice.csv --ledger costs.db --key-column request_id --amount-column cost"),
            new("take over what the invoice says", "prudence ledger reconcile cost.csv --ledger costs.db --preset anthropic-cost --scope acme --adjust"));
        command.SetAction((result, cancellation) =>
        {
            var file = result.GetRequiredValue(invoice);
            var request = options.Read(result, file);
            return new ReconcileHandler(terminal, result.GetValue(GlobalOptions.Json), result.GetValue(all), TimeProvider.System).RunAsync(
                options.Ledger.Location(result), request, options.Lines(result, file, request), result.GetValue(adjust), cancellation);
        });
        return command;
    }
}
