using Prudence.Budgeting;

namespace Prudence.Bench.Budgeting;

/// <summary>Reserves and settles in the innermost scope of a tree.</summary>
internal sealed class TreeSpending : ISpending
{
    private readonly Budget leaf;
    private readonly Cost worst;
    private readonly Cost actual;

    public TreeSpending(int depth, bool windows)
    {
        BudgetLimit[] limits = windows
            ? [new(Resource.Money, long.MaxValue, LimitWindow.Calendar(CalendarUnit.Month)), new(Resource.OutputTokens, long.MaxValue, LimitWindow.Rolling(TimeSpan.FromHours(1)))]
            : [new(Resource.Money, long.MaxValue)];
        leaf = Budget.Create("organisation", limits);
        for (var level = 1; level < depth; level++)
        {
            leaf = leaf.CreateChild($"level {level}", limits);
        }

        worst = Cost.Zero.With(Resource.Money, 12_000_000);
        actual = Cost.Zero.With(Resource.Money, 7_000_000);
        if (windows)
        {
            worst = worst.With(Resource.OutputTokens, 800);
            actual = actual.With(Resource.OutputTokens, 430);
        }
    }

    public void Spend(int pairs)
    {
        for (var i = 0; i < pairs; i++)
        {
            if (!leaf.TryReserve(worst, "draft", out var hold, out var refusal))
            {
                throw new InvalidOperationException(refusal.ToString());
            }

            hold.Settle(actual);
        }
    }
}
