namespace Prudence.Search;

/// <summary>What a search did.</summary>
/// <param name="Expanded">States whose successors were asked for.</param>
/// <param name="Generated">Successors that came back.</param>
/// <param name="Evaluated">States that were judged.</param>
/// <param name="Batches">Questions to the evaluator; each judges one state or more.</param>
/// <param name="Reopened">States reached again on a cheaper way after they were expanded.</param>
public sealed record SearchStatistics(long Expanded, long Generated, long Evaluated, long Batches, long Reopened);
