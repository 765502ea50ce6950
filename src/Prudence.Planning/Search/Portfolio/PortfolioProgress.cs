namespace Prudence.Planning.Search.Portfolio;

/// <summary>Turns what several searches report into reports of one: sums, and only plans that are better than all before.</summary>
internal sealed class PortfolioProgress
{
    private readonly SearchProgress? target;
    private readonly Action? onPlan;
    private readonly Lock reporting = new();
    private readonly SearchSnapshot[] latest;
    private long lowestCost = long.MaxValue;

    /// <summary>Prepares.</summary>
    /// <param name="members">The number of searches.</param>
    /// <param name="target">Who hears of them together.</param>
    /// <param name="onPlan">Called after each plan.</param>
    public PortfolioProgress(int members, SearchProgress? target, Action? onPlan)
    {
        this.target = target;
        this.onPlan = onPlan;
        latest = new SearchSnapshot[members];
        Array.Fill(latest, new SearchSnapshot(0, 0, int.MaxValue, long.MaxValue, 0, 0));
    }

    /// <summary>What one of the searches reports to.</summary>
    public SearchProgress Of(int member) => new MemberProgress(this, member);

    private void Report(int member, in SearchSnapshot snapshot)
    {
        lock (reporting)
        {
            latest[member] = snapshot;
            target?.Report(new SearchSnapshot(
                latest.Sum(static part => part.Expanded),
                latest.Sum(static part => part.Evaluated),
                latest.Min(static part => part.BestEstimate),
                latest[0].LowestKey,
                latest.Sum(static part => part.StatesStored),
                latest.Sum(static part => part.Bytes)));
        }
    }

    private void PlanFound(FoundPlan plan)
    {
        lock (reporting)
        {
            if (plan.Cost < lowestCost)
            {
                lowestCost = plan.Cost;
                target?.PlanFound(plan);
            }
        }

        onPlan?.Invoke();
    }

    private sealed class MemberProgress(PortfolioProgress portfolio, int member) : SearchProgress
    {
        public override void Report(in SearchSnapshot snapshot) => portfolio.Report(member, snapshot);

        public override void PlanFound(FoundPlan plan) => portfolio.PlanFound(plan);
    }
}
