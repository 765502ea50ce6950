using Prudence.Planning.Tasks;

namespace Prudence.Planning.Heuristics.Basic;

/// <summary>Knows nothing: 0 in goal states, the cost of the cheapest operator elsewhere. Admissible and consistent.</summary>
public sealed class BlindHeuristic : Heuristic
{
    private readonly int[] goal;

    /// <summary>Prepares for a task.</summary>
    /// <param name="task">The task.</param>
    /// <param name="costType">How operator costs count.</param>
    public BlindHeuristic(PlanningTask task, OperatorCostType costType = OperatorCostType.Normal)
        : base(task)
    {
        goal = task.Goal;
        var costs = OperatorCosts.Adjust(task, costType);
        CheapestOperator = costs.Length == 0 ? 0 : costs.Min();
        IsAdmissible = costType == OperatorCostType.Normal;
    }

    /// <inheritdoc/>
    public override bool IsAdmissible { get; }

    /// <summary>The estimate for every state that is no goal state.</summary>
    internal int CheapestOperator { get; }

    /// <inheritdoc/>
    public override int Evaluate(in State state, PreferredOperators? preferred)
    {
        foreach (var fact in goal)
        {
            var variable = Task.FactVariables[fact];
            if (Task.FactOffsets[variable] + state[variable] != fact)
            {
                return CheapestOperator;
            }
        }

        return 0;
    }
}
