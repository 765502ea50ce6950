namespace Prudence.Search;

/// <summary>How best-first search orders its frontier: lowest <c>PathWeight · g + EstimateWeight · h</c> first.</summary>
public sealed record BestFirstOptions
{
    /// <summary>A*: the path so far and the estimate count alike (Hart, Nilsson and Raphael 1968).</summary>
    public static BestFirstOptions AStar { get; } = new();

    /// <summary>Uniform-cost search: only the path so far counts (Dijkstra 1959).</summary>
    public static BestFirstOptions UniformCost { get; } = new() { EstimateWeight = 0, TieBreaking = TieBreaking.FirstFound };

    /// <summary>Greedy best-first search: only the estimate counts (Doran and Michie 1966).</summary>
    public static BestFirstOptions Greedy { get; } = new() { PathWeight = 0, EndsAtFirstGoal = true };

    /// <summary>Weighted A*: with an admissible estimate, at most <paramref name="weight"/> times the cheapest cost (Pohl 1970).</summary>
    public static BestFirstOptions WeightedAStar(double weight) => new() { EstimateWeight = weight };

    /// <summary>How much the path so far counts; at least 0.</summary>
    public double PathWeight { get; init; } = 1;

    /// <summary>How much the estimate of the rest counts; at least 0.</summary>
    public double EstimateWeight { get; init; } = 1;

    /// <summary>Which of two states of equal priority goes first.</summary>
    public TieBreaking TieBreaking { get; init; }

    /// <summary>
    /// True to end as soon as any goal is found; false to end when a goal comes first in the frontier, as a proof of optimality needs.
    /// </summary>
    public bool EndsAtFirstGoal { get; init; }

    /// <summary>What a search that is stopped without a goal hands back.</summary>
    public PartialAnswer PartialAnswer { get; init; }
}
