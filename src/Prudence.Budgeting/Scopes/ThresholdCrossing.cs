namespace Prudence.Budgeting;

/// <summary>The news that a share of a limit is spent.</summary>
/// <param name="Scope">The path of the scope whose limit it is, such as <c>organisation/team/key</c>.</param>
/// <param name="Limit">The limit.</param>
/// <param name="Percent">The share.</param>
/// <param name="Spent">What is spent in the window, in the unit of the resource.</param>
public sealed record ThresholdCrossing(string Scope, BudgetLimit Limit, int Percent, long Spent);
