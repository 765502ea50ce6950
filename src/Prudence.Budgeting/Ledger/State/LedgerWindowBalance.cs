namespace Prudence.Budgeting;

/// <summary>How a limit of a scope over a window stands at some time, with everything below the scope. All amounts are in the unit of the resource.</summary>
/// <param name="Scope">The path of the scope.</param>
/// <param name="Resource">The resource.</param>
/// <param name="Window">When counting starts again.</param>
/// <param name="Limit">The most that may be spent and held in the window.</param>
/// <param name="Spent">What was charged and counts in the window now.</param>
/// <param name="Held">What is held and neither settled nor released nor expired; it counts in every window.</param>
public sealed record LedgerWindowBalance(string Scope, Resource Resource, LimitWindow Window, long Limit, long Spent, long Held);
