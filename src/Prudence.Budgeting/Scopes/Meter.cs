namespace Prudence.Budgeting;

/// <summary>One limit of one scope, with what counts against it. Used under the lock of its tree.</summary>
internal sealed class Meter
{
    private readonly WindowCounter counter;
    private readonly SoftThreshold[] thresholds;
    private readonly long[] thresholdAmounts;
    private int crossed;

    public Meter(BudgetLimit limit)
    {
        Limit = limit;
        counter = limit.Window.CreateCounter();
        thresholds = [.. limit.Thresholds.OrderBy(static threshold => threshold.Percent)];
        thresholdAmounts = Array.ConvertAll(thresholds, threshold => (long)((((Int128)limit.Amount * threshold.Percent) + 99) / 100));
    }

    public BudgetLimit Limit { get; }

    public long Spent => counter.Spent;

    /// <summary>Goes on to a time, and makes thresholds ready again that spending has fallen below.</summary>
    public void Advance(long now)
    {
        counter.Advance(now);
        while (crossed > 0 && counter.Spent < thresholdAmounts[crossed - 1])
        {
            crossed--;
        }
    }

    /// <summary>What may still be held, where so much is held already; negative after an overrun.</summary>
    public long Room(long held) => Limit.Amount - counter.Spent < long.MinValue + held ? long.MinValue : Limit.Amount - counter.Spent - held;

    /// <summary>When <paramref name="asked"/> will fit if nothing else happens; null if never.</summary>
    public long? TimeOfRoom(long held, long asked) =>
        held > Limit.Amount - asked ? null : counter.TimeUntilAtMost(Limit.Amount - asked - held);

    public void Charge(long amount, string scope, ref List<(SoftThreshold Threshold, ThresholdCrossing Crossing)>? crossings)
    {
        counter.Add(amount);
        while (crossed < thresholds.Length && counter.Spent >= thresholdAmounts[crossed])
        {
            var threshold = thresholds[crossed++];
            (crossings ??= []).Add((threshold, new ThresholdCrossing(scope, Limit, threshold.Percent, counter.Spent)));
        }
    }
}
