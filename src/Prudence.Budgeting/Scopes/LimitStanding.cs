namespace Prudence.Budgeting;

/// <summary>How a limit of a scope stands.</summary>
/// <param name="Scope">The path of the scope, such as <c>organisation/team/key</c>.</param>
/// <param name="Limit">The limit.</param>
/// <param name="Spent">What is spent in its window, in the unit of the resource.</param>
/// <param name="Held">What is held by calls on their way; it counts in every window.</param>
public sealed record LimitStanding(string Scope, BudgetLimit Limit, long Spent, long Held)
{
    /// <summary>What may still be held; negative after an overrun.</summary>
    public long Left => Limit.Amount - Spent < long.MinValue + Held ? long.MinValue : Limit.Amount - Spent - Held;
}
