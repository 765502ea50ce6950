using Prudence.Planning.Heuristics;

namespace Prudence.Planning.Search;

/// <summary>What all searches can be told.</summary>
public record SearchOptions
{
    /// <summary>How the search counts operator costs in g. Bounds and reported costs always follow the task.</summary>
    public OperatorCostType CostType { get; init; } = OperatorCostType.Normal;

    /// <summary>Plans must cost less than this. Null for no bound of its own.</summary>
    public CostBound? Bound { get; init; }

    /// <summary>The most expansions; null for the limit of the run's budget.</summary>
    public long? MaximumExpansions { get; init; }
}
