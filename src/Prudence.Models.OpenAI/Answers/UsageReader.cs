using Microsoft.Extensions.AI;
using Wire = OpenAI.Chat;

namespace Prudence.Models.OpenAI;

/// <summary>Reads what was used. Cached input is part of the input, and reasoning part of the output, on both sides.</summary>
internal static class UsageReader
{
    public static UsageDetails Read(Wire.ChatTokenUsage usage)
    {
        var (input, output) = (usage.InputTokenDetails, usage.OutputTokenDetails);
        var details = new UsageDetails
        {
            InputTokenCount = usage.InputTokenCount,
            OutputTokenCount = usage.OutputTokenCount,
            TotalTokenCount = usage.TotalTokenCount,
            CachedInputTokenCount = input?.CachedTokenCount,
            ReasoningTokenCount = output?.ReasoningTokenCount,
        };
        Count(details, "audio input", input?.AudioTokenCount);
        Count(details, "audio output", output?.AudioTokenCount);
        Count(details, "accepted prediction", output?.AcceptedPredictionTokenCount);
        Count(details, "rejected prediction", output?.RejectedPredictionTokenCount);
        return details;
    }

    private static void Count(UsageDetails details, string name, int? count)
    {
        if (count is { } number and not 0)
        {
            (details.AdditionalCounts ??= [])[name] = number;
        }
    }
}
