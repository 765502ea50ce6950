namespace Prudence.Budgeting;

/// <summary>What one purpose cost.</summary>
/// <param name="Purpose">The purpose, such as <c>draft</c>.</param>
/// <param name="Calls">How many calls were settled for it.</param>
/// <param name="Cost">What they cost together.</param>
public sealed record PurposeLine(string Purpose, long Calls, Cost Cost);
