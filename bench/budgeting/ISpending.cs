namespace Prudence.Bench.Budgeting;

/// <summary>Something to time: takes and gives back.</summary>
internal interface ISpending
{
    void Spend(int pairs);
}
