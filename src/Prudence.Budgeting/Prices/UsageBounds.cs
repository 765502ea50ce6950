namespace Prudence.Budgeting.Prices;

/// <summary>The most that one request to a model uses, for its worst case. Every count lies between 0 and <see cref="TokenUsage.LargestCount"/>.</summary>
/// <param name="InputTokens">The most tokens of input, cached ones and audio included.</param>
/// <param name="OutputTokens">The most tokens of output, reasoning and audio included.</param>
public sealed record UsageBounds(long InputTokens, long OutputTokens)
{
    /// <summary>The most images in the input that are billed by number; images that are billed by tokens count as such.</summary>
    public long InputImages { get; init; }

    /// <summary>The most images in the output that are billed by number.</summary>
    public long OutputImages { get; init; }

    /// <summary>The most requests all this is sent in.</summary>
    public long Requests { get; init; } = 1;

    /// <summary>What is wrong with the counts and what to do; null if nothing is.</summary>
    internal string? Problem() => new TokenUsage
    {
        InputTokens = InputTokens,
        OutputTokens = OutputTokens,
        InputImages = InputImages,
        OutputImages = OutputImages,
        Requests = Requests,
    }.Problem();
}
