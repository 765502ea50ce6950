using System.CommandLine;
using Prudence.Cli.Ledgers;
using Prudence.Cli.Running;

namespace Prudence.Cli.Commands.Ledgers;

/// <summary>The options by which commands choose a ledger and a part of it.</summary>
internal sealed class LedgerSelection
{
    public Option<string> Ledger { get; } = new("--ledger")
    {
        Description = "The ledger file; env:NAME takes what the environment variable NAME says.",
        HelpName = "FILE",
        Required = true,
    };

    public Option<string?> Scope { get; } = new("--scope") { Description = "Only this scope and those below it.", HelpName = "PATH" };

    public Option<string?> Since { get; } = new("--since") { Description = "Only from this day or instant (UTC) on.", HelpName = "DATE" };

    public Option<string?> Until { get; } = new("--until") { Description = "Only before this day or instant (UTC).", HelpName = "DATE" };

    /// <summary>Where the ledger is.</summary>
    public LedgerLocation Location(ParseResult result) => LedgerLocation.Parse(result.GetRequiredValue(Ledger));

    /// <summary>The range of time; open where nothing is said.</summary>
    public TimeRange Range(ParseResult result)
    {
        var range = new TimeRange(Read(result, Since) ?? DateTimeOffset.MinValue, Read(result, Until) ?? DateTimeOffset.MaxValue);
        return range.Since < range.Until
            ? range
            : throw new UserErrorException(ExitCode.BadCommandLine, "there is no time between --since and --until", "--until names the first day or instant that no longer counts");
    }

    private static DateTimeOffset? Read(ParseResult result, Option<string?> option) =>
        result.GetValue(option) is { } text ? InstantText.Read(option.Name, text) : null;
}
