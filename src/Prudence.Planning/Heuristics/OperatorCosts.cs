using Prudence.Planning.Tasks;

namespace Prudence.Planning.Heuristics;

/// <summary>Operator costs under an <see cref="OperatorCostType"/>.</summary>
public static class OperatorCosts
{
    /// <summary>One cost per operator.</summary>
    public static int[] Adjust(PlanningTask task, OperatorCostType type)
    {
        ArgumentNullException.ThrowIfNull(task);
        var costs = task.Operators.Costs;
        return type switch
        {
            OperatorCostType.Normal => costs,
            OperatorCostType.PlusOne when !Array.TrueForAll(costs, static cost => cost == 1) => Array.ConvertAll(costs, static cost => cost + 1),
            _ => Array.ConvertAll(costs, static _ => 1),
        };
    }
}
