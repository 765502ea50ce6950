using System.CommandLine;
using Prudence.Budgeting;
using Prudence.Cli.Help;
using Prudence.Cli.Ledgers;
using Prudence.Cli.Running;

namespace Prudence.Cli.Commands.Ledgers;

/// <summary><c>prudence ledger grant</c>: more to spend.</summary>
internal static class GrantCommand
{
    public static Command Create(Terminal terminal)
    {
        var options = new LedgerSelection();
        var scope = FileArgument.One("SCOPE", "The path of the scope, such as acme/search.");
        var amounts = FileArgument.One("AMOUNTS", "What it may spend in addition, such as \"$5\" or \"$5, 10000 output-tokens\".");
        var purpose = new Option<string?>("--purpose") { Description = "Why, for whoever reads the ledger.", HelpName = "TEXT" };
        var key = new Option<string?>("--key") { Description = "An idempotency key: a repetition with it grants nothing more.", HelpName = "KEY" };
        var per = new Option<string?>("--per")
        {
            Description = "Not in addition, but so much in each minute, hour, day, week or month, or in any time such as 24h; it replaces the grant of the same window.",
            HelpName = "WINDOW",
        };
        per.CompletionSources.Add("minute", "hour", "day", "week", "month");
        var timeZone = new Option<string?>("--time-zone") { Description = "With --per, where the calendar hangs, such as Europe/Berlin; UTC if nothing is said.", HelpName = "ZONE" };
        var create = new Option<bool>("--create") { Description = "Make the ledger where there is none." };
        var command = new Command("grant", "Add to what a scope may spend. A scope without a grant in it or above it may spend nothing.")
        {
            scope, amounts, options.Ledger, per, timeZone, purpose, key, create,
        }.WithExamples(
            new("begin a ledger", "prudence ledger grant acme '$100' --ledger costs.db --create"),
            new("limit tokens as well", "prudence ledger grant acme/search '$5, 10000 output-tokens' --ledger costs.db"),
            new("so much a day", "prudence ledger grant acme/search '$5' --per day --time-zone Europe/Berlin --ledger costs.db"),
            new("from a script that may run twice", "prudence ledger grant acme '$100' --ledger costs.db --key 2026-03"));
        command.SetAction((result, cancellation) => new GrantHandler(terminal, result.GetValue(GlobalOptions.Json)).RunAsync(
            options.Location(result),
            new GrantRequest(
                result.GetRequiredValue(scope),
                AmountsParser.TryParse(result.GetRequiredValue(amounts), out var cost, out var error) ? cost : throw new UserErrorException(ExitCode.BadCommandLine, $"AMOUNTS: {error}"),
                result.GetValue(purpose) ?? "",
                result.GetValue(key) ?? "",
                Window(result.GetValue(per), result.GetValue(timeZone))),
            result.GetValue(create),
            cancellation));
        return command;
    }

    private static LimitWindow? Window(string? per, string? timeZone)
    {
        if (per is null)
        {
            return timeZone is null ? null : throw new UserErrorException(ExitCode.BadCommandLine, "--time-zone says nothing without --per", "name the window with --per");
        }

        var isRolling = per.Length > 0 && char.IsAsciiDigit(per[0]);
        if (isRolling && timeZone is not null)
        {
            throw new UserErrorException(ExitCode.BadCommandLine, $"--time-zone says nothing of any {per}", "name a calendar window, such as --per day, or leave it out");
        }

        return LimitWindowText.TryParse(isRolling ? $"rolling {per}" : $"{per} {timeZone}".TrimEnd(), out var window, out var error)
            ? window
            : throw new UserErrorException(ExitCode.BadCommandLine, $"--per: {error}");
    }
}
