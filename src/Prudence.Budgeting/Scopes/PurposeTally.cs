namespace Prudence.Budgeting;

/// <summary>What one purpose cost in one scope so far.</summary>
internal sealed class PurposeTally
{
    public long Calls { get; private set; }

    public AmountTable Amounts { get; } = new();

    public void Add(Cost cost)
    {
        Calls++;
        Amounts.Add(cost);
    }
}
