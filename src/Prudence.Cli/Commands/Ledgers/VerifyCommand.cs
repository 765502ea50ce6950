using System.CommandLine;
using Prudence.Cli.Help;
using Prudence.Cli.Ledgers;
using Prudence.Cli.Running;

namespace Prudence.Cli.Commands.Ledgers;

/// <summary><c>prudence ledger verify</c>: whether a ledger is as it was written.</summary>
internal static class VerifyCommand
{
    public static Command Create(Terminal terminal)
    {
        var options = new LedgerSelection();
        var head = new Option<string?>("--head")
        {
            Description = "Also prove that the ledger still contains this head, which an earlier verify printed.",
            HelpName = "HASH@SEQUENCE",
        };
        var command = new Command("verify", "Read all entries and check hash, chain, time and rules of each.") { options.Ledger, head }.WithExamples(
            new("is it as it was written?", "prudence ledger verify --ledger costs.db"),
            new("and nothing was taken away since?", "prudence ledger verify --ledger costs.db --head 3f2a...9c@1204"));
        command.SetAction((result, cancellation) => new VerifyHandler(terminal, result.GetValue(GlobalOptions.Json), TimeProvider.System).RunAsync(
            options.Location(result), result.GetValue(head) is { } text ? HeadText.Read(head.Name, text) : null, cancellation));
        return command;
    }
}
