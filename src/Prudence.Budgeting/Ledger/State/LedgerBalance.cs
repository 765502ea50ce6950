namespace Prudence.Budgeting;

/// <summary>How one resource stands in one scope, with everything below it. All amounts are in the unit of the resource.</summary>
/// <param name="Scope">The path of the scope.</param>
/// <param name="Resource">The resource.</param>
/// <param name="Granted">The sum of the grants of this scope; null if it has none and does not limit the resource itself.</param>
/// <param name="Spent">What was charged.</param>
/// <param name="Held">What is held and neither settled nor released nor expired.</param>
public sealed record LedgerBalance(string Scope, Resource Resource, long? Granted, long Spent, long Held);
