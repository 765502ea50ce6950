namespace Prudence.Budgeting.Prices;

/// <summary>
/// What one request to a model used. Input counts all tokens of input; the cached and audio tokens are parts of it that do not overlap.
/// Output counts all tokens of output; reasoning and audio are parts of it.
/// </summary>
public sealed record TokenUsage
{
    /// <summary>The largest count that is priced.</summary>
    public const long LargestCount = 1_000_000_000_000_000;

    /// <summary>All tokens of input.</summary>
    public long InputTokens { get; init; }

    /// <summary>Text tokens among them that were read from the provider's cache.</summary>
    public long CachedReadTokens { get; init; }

    /// <summary>Text tokens among them that were written to the provider's cache.</summary>
    public long CachedWriteTokens { get; init; }

    /// <summary>Audio tokens among them that were not read from the cache.</summary>
    public long AudioInputTokens { get; init; }

    /// <summary>Audio tokens among them that were read from the provider's cache.</summary>
    public long CachedAudioReadTokens { get; init; }

    /// <summary>All tokens of output.</summary>
    public long OutputTokens { get; init; }

    /// <summary>Tokens among them spent on reasoning.</summary>
    public long ReasoningTokens { get; init; }

    /// <summary>Audio tokens among them.</summary>
    public long AudioOutputTokens { get; init; }

    /// <summary>Images in the input that are billed by number.</summary>
    public long InputImages { get; init; }

    /// <summary>Images in the output that are billed by number.</summary>
    public long OutputImages { get; init; }

    /// <summary>Requests; with more than one, the tier is found as if all tokens were those of one.</summary>
    public long Requests { get; init; } = 1;

    /// <summary>Whether it went through the provider's batch interface, at its price where the table has one.</summary>
    public bool IsBatch { get; init; }

    /// <summary>What is wrong with the counts and what to do; null if nothing is.</summary>
    public string? Problem()
    {
        foreach (var (name, count) in Counts())
        {
            if (count is < 0 or > LargestCount)
            {
                return $"{AmountFormat.Count(count)} {name}: a count lies between 0 and {AmountFormat.Count(LargestCount)}";
            }
        }

        return Exceeds(
                "cached and audio tokens", CachedReadTokens + CachedWriteTokens + AudioInputTokens + CachedAudioReadTokens, "input", InputTokens)
            ?? Exceeds("reasoning and audio tokens", ReasoningTokens + AudioOutputTokens, "output", OutputTokens);
    }

    private static string? Exceeds(string parts, long sum, string whole, long count) => sum <= count ? null
        : $"{AmountFormat.Count(sum)} {parts} are more than the {AmountFormat.Count(count)} tokens of {whole} they are part of: count them in {whole} as well";

    private (string Name, long Count)[] Counts() =>
    [
        ("input tokens", InputTokens), ("cached-read tokens", CachedReadTokens), ("cached-write tokens", CachedWriteTokens),
        ("audio input tokens", AudioInputTokens), ("cached audio tokens", CachedAudioReadTokens), ("output tokens", OutputTokens),
        ("reasoning tokens", ReasoningTokens), ("audio output tokens", AudioOutputTokens), ("input images", InputImages),
        ("output images", OutputImages), ("requests", Requests),
    ];
}
