using System.CommandLine;
using System.Globalization;
using Prudence.Budgeting.Prices;
using Prudence.Cli.Pricing;
using Prudence.Cli.Running;

namespace Prudence.Cli.Commands.Prices;

/// <summary>The options that commands about prices have in common.</summary>
internal sealed class PriceOptions
{
    private static readonly string[] Formats = ["yyyy-MM-dd", "yyyy-MM-ddTHH:mmK", "yyyy-MM-ddTHH:mm:ssK", "yyyy-MM-dd HH:mmK", "yyyy-MM-dd HH:mm:ssK"];

    public Option<string?> Overrides { get; } = new("--overrides") { Description = "Put the prices in this YAML file on top of the shipped ones.", HelpName = "FILE" };

    public Option<string?> Provider { get; } = new("--provider") { Description = "The provider, such as anthropic, openai, aws.", HelpName = "NAME" };

    public Option<string?> At { get; } = new("--at") { Description = "Take the prices of this day or instant (UTC) instead of now's.", HelpName = "DATE" };

    /// <summary>The shipped prices, with a person's own on top.</summary>
    public PriceBook Book(ParseResult result) =>
        result.GetValue(Overrides) is { } file ? PriceBook.Default.With(PriceOverrides.Read(file)) : PriceBook.Default;

    /// <summary>The instant whose prices are asked for.</summary>
    public DateTimeOffset Instant(ParseResult result, TimeProvider clock) => result.GetValue(At) is { } text ? Instant(At.Name, text) : clock.GetUtcNow();

    /// <summary>Reads a day, which stands for its first moment, or an instant; universal time where no offset is given.</summary>
    /// <exception cref="UserErrorException">It is neither.</exception>
    public static DateTimeOffset Instant(string option, string text) =>
        DateTimeOffset.TryParseExact(text, Formats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant)
            ? instant.ToUniversalTime()
            : throw new UserErrorException(ExitCode.BadCommandLine, $"{option}: '{text}' is not a date: write for example 2026-03-13 or 2026-03-13T16:30Z");

    /// <summary>Says why there is no price.</summary>
    public static UserErrorException Error(PriceRefusal refusal) =>
        new(ExitCode.BadCommandLine, refusal.Message, refusal.Advice ?? (refusal.Kind == PriceRefusalKind.UnknownModel ? "prudence prices list shows all models" : null));
}
