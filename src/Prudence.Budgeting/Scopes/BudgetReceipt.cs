namespace Prudence.Budgeting;

/// <summary>What was spent in a scope and below it.</summary>
/// <param name="Scope">The path of the scope.</param>
/// <param name="Lines">One for each purpose, in the order of their first settlement.</param>
/// <param name="Total">What all purposes cost together.</param>
/// <param name="Held">What calls on their way hold.</param>
/// <param name="Overruns">How many settlements were above their hold.</param>
public sealed record BudgetReceipt(string Scope, IReadOnlyList<PurposeLine> Lines, Cost Total, Cost Held, long Overruns)
{
    internal static BudgetReceipt Of(string scope, ScopeBooks books)
    {
        var (total, held) = (Cost.Zero, Cost.Zero);
        foreach (var account in books.Accounts)
        {
            total = total.With(account.Resource, account.Spent);
            held = held.With(account.Resource, account.Held);
        }

        var lines = books.Purposes.Select(purpose => new PurposeLine(purpose, books.Tally(purpose).Calls, books.Tally(purpose).Amounts.ToCost()));
        return new BudgetReceipt(scope, [.. lines], total, held, books.Overruns);
    }
}
