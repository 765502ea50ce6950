namespace Prudence.Budgeting;

/// <summary>A share of a limit at which somebody wants to know.</summary>
/// <param name="Percent">The share of the amount, from 1 to 100.</param>
/// <param name="Callback">
/// Called once in a window when spending reaches the share: after the books are closed and outside of any lock, so that it may use the budget.
/// What it throws reaches the caller whose settlement crossed the threshold.
/// </param>
public sealed record SoftThreshold(int Percent, Action<ThresholdCrossing> Callback);
