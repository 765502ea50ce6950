using System.CommandLine;
using Prudence.Cli.Help;
using Prudence.Cli.Running;

namespace Prudence.Cli.Commands.Ledgers;

/// <summary><c>prudence ledger tail</c>: the last entries, and those that come.</summary>
internal static class TailCommand
{
    public static Command Create(Terminal terminal)
    {
        var options = new LedgerSelection();
        var lines = new Option<int>("--lines", "-n") { Description = "How many of the last entries to show.", HelpName = "N", DefaultValueFactory = static _ => 10 };
        var follow = new Option<bool>("--follow", "-f") { Description = "Go on with the entries that are written from now on, until Ctrl-C." };
        var command = new Command("tail", "Show the last entries, one a line; with --json a JSON object a line.")
        {
            options.Ledger, options.Scope, lines, follow,
        }.WithExamples(
            new("what happened last?", "prudence ledger tail --ledger costs.db"),
            new("watch one team", "prudence ledger tail --ledger costs.db --scope acme/search --follow"),
            new("feed a program", "prudence ledger tail --ledger costs.db --lines 0 --follow --json"));
        command.SetAction((result, cancellation) =>
        {
            var count = result.GetValue(lines);
            return count >= 0
                ? new TailHandler(terminal, result.GetValue(GlobalOptions.Json), TimeProvider.System).RunAsync(
                    options.Location(result), result.GetValue(options.Scope), count, result.GetValue(follow), cancellation)
                : throw new UserErrorException(ExitCode.BadCommandLine, $"--lines: {count} is less than none");
        });
        return command;
    }
}
