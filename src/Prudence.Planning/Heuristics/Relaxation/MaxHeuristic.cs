using Prudence.Budgeting;
using Prudence.Planning.Tasks;

namespace Prudence.Planning.Heuristics.Relaxation;

/// <summary>
/// hmax: the cost of the dearest goal when deletes are ignored and a conjunction costs as much as its dearest fact (Bonet and Geffner 2001,
/// "Planning as heuristic search"). Admissible where operators count what they cost; supports conditional effects and derived predicates.
/// </summary>
public sealed class MaxHeuristic : Heuristic
{
    private readonly RelaxedExploration<MaximumOfCosts> exploration;

    /// <summary>Prepares the heuristic for a task.</summary>
    /// <param name="task">The task.</param>
    /// <param name="costType">How operators are counted.</param>
    /// <param name="stop">Ends the preparation early.</param>
    /// <exception cref="RunStoppedException"><paramref name="stop"/> was raised.</exception>
    public MaxHeuristic(PlanningTask task, OperatorCostType costType = OperatorCostType.Normal, StopSignal? stop = null)
        : base(task)
    {
        IsAdmissible = costType == OperatorCostType.Normal;
        exploration = new(task, RelaxedTask.Build(task, OperatorCosts.Adjust(task, costType), stop));
    }

    /// <inheritdoc/>
    public override bool IsAdmissible { get; }

    /// <inheritdoc/>
    public override int Evaluate(in State state, PreferredOperators? preferred) =>
        exploration.Run(state.Values) ? exploration.GoalCost() : DeadEnd;
}
