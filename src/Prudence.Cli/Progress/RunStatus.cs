using Prudence.Budgeting;
using Prudence.Planning.Search;

namespace Prudence.Cli.Progress;

/// <summary>What a planner run is doing.</summary>
/// <param name="Phase">The phase.</param>
internal sealed record RunStatus(string Phase)
{
    /// <summary>What the search last told.</summary>
    public SearchSnapshot? Search { get; init; }

    /// <summary>The state in one line, the most telling first: on a narrow terminal the end is cut off.</summary>
    public string Describe(TimeSpan elapsed, long memory, RunLimits limits)
    {
        List<string> parts = [$"{Phase} {AmountFormat.Time(elapsed)}{Left(limits.Time is { } time ? AmountFormat.Time(Positive(time - elapsed)) : null)}"];
        if (Search is { } search)
        {
            if (search.BestEstimate != int.MaxValue)
            {
                parts.Add($"best h {search.BestEstimate}");
            }

            parts.Add($"{AmountFormat.Count(search.Expanded)} expanded");
            parts.Add($"{AmountFormat.Count(search.StatesStored)} states");
        }

        parts.Add($"{AmountFormat.Memory(memory)}{Left(limits.MemoryBytes is { } limit ? AmountFormat.Memory(Math.Max(0, limit - memory)) : null)}");
        return string.Join(", ", parts);
    }

    private static string Left(string? amount) => amount is null ? "" : $" ({amount} left)";

    private static TimeSpan Positive(TimeSpan time) => time < TimeSpan.Zero ? TimeSpan.Zero : time;
}
