namespace Prudence.Search;

/// <summary>How Monte Carlo tree search explores and what it hands back.</summary>
public sealed record MonteCarloOptions
{
    /// <summary>How many times a leaf is judged at most; the budget may end it earlier.</summary>
    public long Iterations { get; init; } = 1000;

    /// <summary>How a successor is chosen on the way down.</summary>
    public SelectionRule Selection { get; init; }

    /// <summary>The constant c of the selection rule: how much the little-tried attracts.</summary>
    public double Exploration { get; init; } = Math.Sqrt(2);

    /// <summary>What PUCT takes for the value of a successor that was never tried.</summary>
    public double UntriedValue { get; init; } = 0.5;

    /// <summary>How often a state must have been judged before it is expanded; 0 expands it at the first visit.</summary>
    public int VisitsBeforeExpansion { get; init; } = 1;

    /// <summary>States this many steps down are not expanded, nor do playouts go on from them.</summary>
    public int MaxDepth { get; init; } = 1000;

    /// <summary>The value of a goal; null lets the evaluator judge goals too, where some are better than others.</summary>
    public double? GoalValue { get; init; } = 1;

    /// <summary>The value of a state without successors that is no goal, and of a playout that reaches no goal.</summary>
    public double DeadEndValue { get; init; }

    /// <summary>What every unit of path cost takes off a value.</summary>
    public double CostWeight { get; init; }

    /// <summary>True if a state is worth the best value found below it, not the mean: for spaces without chance or adversary.</summary>
    public bool BacksUpBest { get; init; }

    /// <summary>
    /// How many leaves are collected before they are judged together. While a leaf waits, its path counts as visited with value 0
    /// (a virtual loss), so that the next one goes elsewhere.
    /// </summary>
    public int LeavesPerBatch { get; init; } = 1;

    /// <summary>True to end at the first goal found.</summary>
    public bool EndsAtFirstGoal { get; init; }

    /// <summary>Where the randomness of playouts begins.</summary>
    public int Seed { get; init; }
}
