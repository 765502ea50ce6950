using System.CommandLine;
using Prudence.Cli.Help;
using Prudence.Cli.Running;

namespace Prudence.Cli.Commands.Ledgers;

/// <summary><c>prudence ledger show</c>: how the scopes of a ledger stand.</summary>
internal static class ShowCommand
{
    public static Command Create(Terminal terminal)
    {
        var options = new LedgerSelection();
        var command = new Command("show", "Show what scopes were granted, what is spent, held and left, open holds, and what was spent for which purpose.")
        {
            options.Ledger, options.Scope, options.Since, options.Until,
        }.WithExamples(
            new("how do all scopes stand?", "prudence ledger show --ledger costs.db"),
            new("one team only", "prudence ledger show --ledger costs.db --scope acme/search"),
            new("what was spent since March, and for what?", "prudence ledger show --ledger costs.db --since 2026-03-01"));
        command.SetAction((result, cancellation) => new ShowHandler(terminal, result.GetValue(GlobalOptions.Json), TimeProvider.System).RunAsync(
            options.Location(result), result.GetValue(options.Scope), options.Range(result), cancellation));
        return command;
    }
}
