using System.CommandLine;
using Prudence.Budgeting.Prices;
using Prudence.Cli.Help;
using Prudence.Cli.Pricing;
using Prudence.Cli.Running;

namespace Prudence.Cli.Commands.Prices;

/// <summary><c>prudence prices diff</c>: which prices differ between two days, or between the shipped tables and one's own.</summary>
internal static class DiffCommand
{
    public static Command Create(Terminal terminal)
    {
        var options = new PriceOptions();
        var from = new Option<string?>("--from") { Description = "The first day or instant (UTC).", HelpName = "DATE" };
        var to = new Option<string?>("--to") { Description = "The second; now by default.", HelpName = "DATE" };
        var command = new Command("diff", "Show which prices differ between two days, or between the shipped tables and your own.")
        {
            from, to, options.At, options.Overrides,
        }.WithExamples(
            new("what changed between two days?", "prudence prices diff --from 2025-06-09 --to 2025-06-10"),
            new("where do my own prices differ?", "prudence prices diff --overrides prices.yaml"));
        command.SetAction(result =>
        {
            RefuseWhatIsIgnored(result.GetValue(from), result.GetValue(to), result.GetValue(options.At));
            var handler = new DiffHandler(terminal, result.GetValue(GlobalOptions.Json));
            if (result.GetValue(from) is { } start)
            {
                var end = result.GetValue(to) is { } text ? InstantText.Read(to.Name, text) : TimeProvider.System.GetUtcNow();
                return handler.Tell(PriceComparison.OfDays(options.Book(result), InstantText.Read(from.Name, start), end));
            }

            return result.GetValue(options.Overrides) is { } file
                ? handler.Tell(PriceComparison.OfOverrides(PriceBook.Default, PriceOverrides.Read(file), options.Instant(result, TimeProvider.System)))
                : throw new UserErrorException(ExitCode.BadCommandLine, "there is nothing to compare", "name a day with --from, or a file with --overrides");
        });
        return command;
    }

    private static void RefuseWhatIsIgnored(string? from, string? to, string? at)
    {
        if (from is null && to is not null)
        {
            throw new UserErrorException(ExitCode.BadCommandLine, "--to says nothing without --from", "name the first day with --from");
        }

        if (from is not null && at is not null)
        {
            throw new UserErrorException(ExitCode.BadCommandLine, "--at says nothing beside --from", "name the second day with --to");
        }
    }
}
