namespace Prudence.Budgeting;

/// <summary>The most that a scope may spend of one resource within a window of time.</summary>
/// <param name="Resource">What is limited. Peaks, such as memory, are no matter of a budget: see <see cref="RunLimits"/>.</param>
/// <param name="Amount">The most, in the unit of the resource.</param>
/// <param name="Window">When counting starts again.</param>
public sealed record BudgetLimit(Resource Resource, long Amount, LimitWindow Window)
{
    /// <summary>A limit over the whole life of the scope.</summary>
    /// <param name="resource">What is limited.</param>
    /// <param name="amount">The most, in the unit of the resource.</param>
    public BudgetLimit(Resource resource, long amount)
        : this(resource, amount, LimitWindow.Lifetime)
    {
    }

    /// <summary>A limit on money over the whole life of the scope.</summary>
    /// <param name="amount">The most.</param>
    public BudgetLimit(Money amount)
        : this(amount, LimitWindow.Lifetime)
    {
    }

    /// <summary>A limit on money.</summary>
    /// <param name="amount">The most.</param>
    /// <param name="window">When counting starts again.</param>
    public BudgetLimit(Money amount, LimitWindow window)
        : this(Resource.Money, amount.NanoDollars, window)
    {
    }

    /// <summary>Shares of the limit at which somebody wants to know.</summary>
    public IReadOnlyList<SoftThreshold> Thresholds { get; init; } = [];

    /// <summary>The limit with one threshold more.</summary>
    /// <param name="percent">The share of the amount, from 1 to 100.</param>
    /// <param name="callback">Called when spending reaches the share, once in a window.</param>
    public BudgetLimit NotifyAt(int percent, Action<ThresholdCrossing> callback) =>
        this with { Thresholds = [.. Thresholds, new SoftThreshold(percent, callback)] };

    /// <summary>For example <c>5,000 output-tokens per day</c>.</summary>
    public override string ToString()
    {
        var amount = AmountFormat.Describe(Resource, Amount);
        return Window is LifetimeWindow ? amount : $"{amount} {Window}";
    }

    /// <exception cref="ArgumentException">The limit makes no sense; the message says why.</exception>
    internal void Check()
    {
        if (Resource.IsPeak)
        {
            throw new ArgumentException($"{Resource} is a peak, which scopes that run one after the other share: limit it with RunLimits");
        }

        ArgumentOutOfRangeException.ThrowIfNegative(Amount);
        foreach (var threshold in Thresholds)
        {
            if (threshold.Percent is < 1 or > 100)
            {
                throw new ArgumentException($"a threshold lies from 1 to 100 percent, not at {threshold.Percent}");
            }
        }
    }
}
