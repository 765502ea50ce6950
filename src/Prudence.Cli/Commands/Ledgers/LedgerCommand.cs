using System.CommandLine;
using System.CommandLine.Invocation;
using Prudence.Cli.Help;
using Prudence.Cli.Running;

namespace Prudence.Cli.Commands.Ledgers;

/// <summary><c>prudence ledger</c>: the durable record of what may be, is held and was spent.</summary>
internal static class LedgerCommand
{
    public static Command Create(Terminal terminal)
    {
        var command = new Command("ledger", "Look at a ledger of budgets, check it, export it, compare it with an invoice, and grant budgets.")
        {
            ShowCommand.Create(terminal),
            TailCommand.Create(terminal),
            VerifyCommand.Create(terminal),
            ExportCommand.Create(terminal),
            ReconcileCommand.Create(terminal),
            GrantCommand.Create(terminal),
        }.WithExamples(
            new("what is left, and what is held?", "prudence ledger show --ledger costs.db"),
            new("watch it being spent", "prudence ledger tail --ledger costs.db --follow"),
            new("is it as it was written?", "prudence ledger verify --ledger costs.db"),
            new("give a team more", "prudence ledger grant acme/search '$5' --ledger costs.db"));
        command.SetAction(result => result.RootCommandResult.Command.Parse(["ledger", "--help"])
            .Invoke(new InvocationConfiguration { Output = terminal.Out, Error = terminal.Error }));
        return command;
    }
}
