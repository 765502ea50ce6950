using Prudence.Budgeting;
using Prudence.Planning.Tasks;

namespace Prudence.Planning.Heuristics.Relaxation;

/// <summary>
/// hadd: the summed cost of the goals when deletes are ignored and facts are reached independently of each other (Bonet and Geffner 2001,
/// "Planning as heuristic search"). Prefers the applicable operators of the relaxed plan that its cheapest supporters form.
/// </summary>
public sealed class AdditiveHeuristic : Heuristic
{
    private readonly RelaxedExploration<SumOfCosts> exploration;
    private readonly RelaxedPlan plan;

    /// <summary>Prepares the heuristic for a task.</summary>
    /// <param name="task">The task.</param>
    /// <param name="costType">How operators are counted.</param>
    /// <param name="stop">Ends the preparation early.</param>
    /// <exception cref="RunStoppedException"><paramref name="stop"/> was raised.</exception>
    public AdditiveHeuristic(PlanningTask task, OperatorCostType costType = OperatorCostType.Normal, StopSignal? stop = null)
        : base(task)
    {
        var costs = OperatorCosts.Adjust(task, costType);
        exploration = new(task, RelaxedTask.Build(task, costs, stop));
        plan = new RelaxedPlan(exploration.Relaxed, costs);
    }

    /// <inheritdoc/>
    public override int Evaluate(in State state, PreferredOperators? preferred)
    {
        if (!exploration.Run(state.Values))
        {
            return DeadEnd;
        }

        if (preferred is not null)
        {
            plan.Extract(exploration.Reached, preferred);
        }

        return exploration.GoalCost();
    }
}
