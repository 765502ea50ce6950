using Microsoft.Extensions.AI;
using Prudence.Budgeting.Prices;

namespace Prudence.Budgeting.Metering;

/// <summary>Tokens that a provider reports; null for what it does not say.</summary>
internal sealed record TokenCounts
{
    /// <summary>Names under which adapters report tokens written to a cache, for which Microsoft.Extensions.AI has no member of its own.</summary>
    private static readonly string[] CacheWriteNames =
        ["CacheCreationInputTokens", "cache_creation_input_tokens", "CacheCreationInputTokenCount", "CacheWriteInputTokens"];

    public long? Input { get; init; }

    public long? Output { get; init; }

    public long? CachedRead { get; init; }

    public long? CachedWrite { get; init; }

    public long? Reasoning { get; init; }

    public long? AudioInput { get; init; }

    public long? AudioOutput { get; init; }

    public static TokenCounts Of(UsageDetails usage, out bool isImpossible)
    {
        var isWrong = false;
        long? Count(long? reported)
        {
            var isPossible = reported is null or (>= 0 and <= TokenUsage.LargestCount);
            isWrong |= !isPossible;
            return isPossible ? reported : null;
        }

        var counts = new TokenCounts
        {
            Input = Count(usage.InputTokenCount),
            Output = Count(usage.OutputTokenCount),
            CachedRead = Count(usage.CachedInputTokenCount),
            CachedWrite = Count(CachedWriteOf(usage)),
            Reasoning = Count(usage.ReasoningTokenCount),
#pragma warning disable MEAI001 // Marked as subject to change, but audio tokens have prices of their own.
            AudioInput = Count(usage.InputAudioTokenCount),
            AudioOutput = Count(usage.OutputAudioTokenCount),
#pragma warning restore MEAI001
        };
        isImpossible = isWrong;
        return counts;
    }

    public TokenCounts Max(TokenCounts other) => Combine(other, static (left, right) => Math.Max(left, right));

    public TokenCounts Plus(TokenCounts other) => Combine(other, static (left, right) => Math.Min(left + right, TokenUsage.LargestCount));

    private static long? CachedWriteOf(UsageDetails usage)
    {
        foreach (var name in CacheWriteNames)
        {
            if (usage.AdditionalCounts?.TryGetValue(name, out var count) == true)
            {
                return count;
            }
        }

        return null;
    }

    private TokenCounts Combine(TokenCounts other, Func<long, long, long> combine)
    {
        long? Of(long? left, long? right) => left is null ? right : right is null ? left : combine(left.Value, right.Value);
        return new TokenCounts
        {
            Input = Of(Input, other.Input),
            Output = Of(Output, other.Output),
            CachedRead = Of(CachedRead, other.CachedRead),
            CachedWrite = Of(CachedWrite, other.CachedWrite),
            Reasoning = Of(Reasoning, other.Reasoning),
            AudioInput = Of(AudioInput, other.AudioInput),
            AudioOutput = Of(AudioOutput, other.AudioOutput),
        };
    }
}
