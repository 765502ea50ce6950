using Prudence.Budgeting;

namespace Prudence.Planning.Search;

/// <summary>What a search came back with.</summary>
public sealed record SearchResult
{
    /// <summary>How it ended. <see cref="SearchStatus.Solved"/> whenever there is a plan and the search went to its natural end.</summary>
    public required SearchStatus Status { get; init; }

    /// <summary>The operators of the best plan found, in order; null without one. A stopped search may have one.</summary>
    public int[]? Plan { get; init; }

    /// <summary>The cost of the plan by the task's operator costs; 0 without a plan.</summary>
    public long Cost { get; init; }

    /// <summary>True if no plan can be cheaper.</summary>
    public bool IsProvenOptimal { get; init; }

    /// <summary>True if it is proven that no plan costs less than the bound the search ended with (or none exists where there was no bound).</summary>
    public bool ProvesBound { get; init; }

    /// <summary>What stopped it.</summary>
    public StopReason StopReason { get; init; }

    /// <summary>What it did.</summary>
    public required SearchStatistics Statistics { get; init; }

    /// <summary>The result of a search that was stopped before it began.</summary>
    internal static SearchResult Stopped(StopReason reason) =>
        new() { Status = SearchStatus.Stopped, StopReason = reason, Statistics = new SearchStatistics() };
}
