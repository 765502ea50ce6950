namespace Prudence.Search;

/// <summary>A state in the tree of a Monte Carlo tree search.</summary>
public sealed class MonteCarloNode<TState, TAction>
    where TState : notnull
{
    private double sum;

    internal MonteCarloNode(SearchNode<TState, TAction> way, TAction? action, double prior)
    {
        Way = way;
        Action = action;
        Prior = prior;
    }

    /// <summary>The state.</summary>
    public TState State => Way.State;

    /// <summary>What led here from the parent; the default value at the root.</summary>
    public TAction? Action { get; }

    /// <summary>Its share of the priors of its siblings; 1 at the root.</summary>
    public double Prior { get; }

    /// <summary>What can be done here; null while it was not expanded.</summary>
    public IReadOnlyList<MonteCarloNode<TState, TAction>>? Children { get; internal set; }

    /// <summary>How many judgements at or below this state were counted.</summary>
    public long Visits { get; private set; }

    /// <summary>Their mean; 0 before the first.</summary>
    public double MeanValue => Visits == 0 ? 0 : sum / Visits;

    /// <summary>The best of them; negative infinity before the first.</summary>
    public double BestValue { get; private set; } = double.NegativeInfinity;

    internal SearchNode<TState, TAction> Way { get; }

    internal int Waiting { get; set; }

    /// <summary>Visits, and judgements that are on their way.</summary>
    internal long Tries => Visits + Waiting;

    internal void Count(double value)
    {
        Visits++;
        sum += value;
        BestValue = Math.Max(BestValue, value);
    }

    /// <summary>The value the selection sees: judgements on their way count as tries worth nothing.</summary>
    internal double ValueAmongTries(bool best) => !best ? sum / Tries : Visits == 0 ? 0 : BestValue;
}
