using Prudence.Budgeting;

namespace Prudence.Search;

/// <summary>What came back from a search.</summary>
/// <param name="Outcome">How it ended.</param>
/// <param name="Path">The path to a goal, or else the way to the most promising state so far; null if no goal can be reached.</param>
/// <param name="ReachesGoal">True if the path ends in a goal.</param>
/// <param name="IsOptimal">True if the search proves that no path to a goal is cheaper (given that an evaluator which says so is admissible).</param>
/// <param name="Statistics">What the search did.</param>
/// <param name="Receipt">What it cost, and what stopped it if anything did.</param>
public record SearchResult<TState, TAction>(
    SearchOutcome Outcome,
    SearchPath<TState, TAction>? Path,
    bool ReachesGoal,
    bool IsOptimal,
    SearchStatistics Statistics,
    Receipt Receipt)
    where TState : notnull;
