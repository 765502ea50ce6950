using System.CommandLine;
using Prudence.Budgeting.Prices;

namespace Prudence.Cli.Commands.Prices;

/// <summary>The options that say what a call uses.</summary>
internal sealed class UsageOptions
{
    public Option<long> Input { get; } = Count("--input", "Tokens of input, cached ones included.");

    public Option<long> Output { get; } = Count("--output", "Tokens of output, reasoning included.");

    public Option<long> CachedRead { get; } = Count("--cached-read", "Tokens of the input that are read from the provider's cache.");

    public Option<long> CachedWrite { get; } = Count("--cached-write", "Tokens of the input that are written to the provider's cache.");

    public Option<long> Reasoning { get; } = Count("--reasoning", "Tokens of the output spent on reasoning.");

    public Option<long> InputImages { get; } = Count("--input-images", "Images in the input, where each has a price.");

    public Option<long> OutputImages { get; } = Count("--output-images", "Images in the output, where each has a price.");

    public Option<long> Requests { get; } = Count("--requests", "Requests, where each has a price.", 1);

    public Option<bool> Batch { get; } = new("--batch") { Description = "The call goes through the provider's batch interface." };

    public Option<long?> MaxOutput { get; } = new("--max-output")
    {
        Description = "Also say what a call with at most this input and so many tokens of output can cost at most.",
        HelpName = "N",
    };

    public TokenUsage Read(ParseResult result) => new()
    {
        InputTokens = result.GetValue(Input),
        OutputTokens = result.GetValue(Output),
        CachedReadTokens = result.GetValue(CachedRead),
        CachedWriteTokens = result.GetValue(CachedWrite),
        ReasoningTokens = result.GetValue(Reasoning),
        InputImages = result.GetValue(InputImages),
        OutputImages = result.GetValue(OutputImages),
        Requests = result.GetValue(Requests),
        IsBatch = result.GetValue(Batch),
    };

    private static Option<long> Count(string name, string description, long usual = 0) =>
        new(name) { Description = description, HelpName = "N", DefaultValueFactory = _ => usual };
}
