using Microsoft.Extensions.AI;

namespace Prudence.Testing;

/// <summary>Makes and copies reports of usage.</summary>
internal static class UsageCounts
{
    public static long Input(UsageDetails usage) => usage.InputTokenCount ?? 0;

    public static long Output(UsageDetails usage) => usage.OutputTokenCount ?? 0;

    /// <summary>A report with a total, which wraps where the counts are absurd.</summary>
    public static UsageDetails Of(long input, long output, long? cached = null, long? reasoning = null) => new()
    {
        InputTokenCount = input,
        OutputTokenCount = output,
        TotalTokenCount = unchecked(input + output),
        CachedInputTokenCount = cached,
        ReasoningTokenCount = reasoning,
    };

    public static UsageDetails Copy(UsageDetails usage)
    {
        var copy = new UsageDetails();
        copy.Add(usage);
        return copy;
    }
}
