namespace Prudence.Bench.Budgeting;

/// <summary>What gateways and agent frameworks do: look whether something is left, make the call, write down what it cost.</summary>
internal sealed class NaiveSpending : ISpending
{
    private readonly NaiveBudget budget = new(long.MaxValue);

    public void Spend(int pairs)
    {
        for (var i = 0; i < pairs; i++)
        {
            if (budget.HasRoom(12_000_000))
            {
                budget.Record(7_000_000);
            }
        }
    }
}
