using System.CommandLine;
using Prudence.Budgeting.Prices;
using Prudence.Cli.Pricing;
using Prudence.Cli.Running;

namespace Prudence.Cli.Commands.Prices;

/// <summary>The options that commands about prices have in common.</summary>
internal sealed class PriceOptions
{
    public Option<string?> Overrides { get; } = new("--overrides") { Description = "Put the prices in this YAML file on top of the shipped ones.", HelpName = "FILE" };

    public Option<string?> Provider { get; } = new("--provider") { Description = "The provider, such as anthropic, openai, aws.", HelpName = "NAME" };

    public Option<string?> At { get; } = new("--at") { Description = "Take the prices of this day or instant (UTC) instead of now's.", HelpName = "DATE" };

    /// <summary>The shipped prices, with a person's own on top.</summary>
    public PriceBook Book(ParseResult result) =>
        result.GetValue(Overrides) is { } file ? PriceBook.Default.With(PriceOverrides.Read(file)) : PriceBook.Default;

    /// <summary>The instant whose prices are asked for.</summary>
    public DateTimeOffset Instant(ParseResult result, TimeProvider clock) => result.GetValue(At) is { } text ? InstantText.Read(At.Name, text) : clock.GetUtcNow();

    /// <summary>Says why there is no price.</summary>
    public static UserErrorException Error(PriceRefusal refusal) =>
        new(ExitCode.BadCommandLine, refusal.Message, refusal.Advice ?? (refusal.Kind == PriceRefusalKind.UnknownModel ? "prudence prices list shows all models" : null));
}
