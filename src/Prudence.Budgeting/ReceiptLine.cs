namespace Prudence.Budgeting;

/// <summary>What one purpose of a run cost.</summary>
/// <param name="Purpose">What it was spent on, for example <c>grounding</c> or <c>search</c>.</param>
/// <param name="Cost">The amounts.</param>
public sealed record ReceiptLine(string Purpose, Cost Cost);
