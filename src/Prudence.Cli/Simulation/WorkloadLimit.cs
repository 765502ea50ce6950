using Prudence.Budgeting;

namespace Prudence.Cli.Simulation;

/// <summary>A limit of a scope.</summary>
/// <param name="Limit">The limit.</param>
/// <param name="Notify">At what percentages somebody would be told.</param>
internal sealed record WorkloadLimit(BudgetLimit Limit, IReadOnlyList<int> Notify);
