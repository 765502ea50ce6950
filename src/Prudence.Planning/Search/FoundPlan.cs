namespace Prudence.Planning.Search;

/// <summary>A plan.</summary>
/// <param name="Operators">Its operators in order.</param>
/// <param name="Cost">Its cost by the task's operator costs.</param>
public sealed record FoundPlan(int[] Operators, long Cost);
