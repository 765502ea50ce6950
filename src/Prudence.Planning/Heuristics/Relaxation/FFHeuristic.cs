using Prudence.Budgeting;
using Prudence.Planning.Tasks;

namespace Prudence.Planning.Heuristics.Relaxation;

/// <summary>
/// hFF: the cost of a relaxed plan (Hoffmann and Nebel 2001, "The FF planning system") whose supporters are those of hadd (Keyder and Geffner
/// 2008, "Heuristics for planning with action costs revisited"); every operator counts once. Prefers the plan's applicable operators.
/// </summary>
public sealed class FFHeuristic : Heuristic
{
    private readonly RelaxedExploration<SumOfCosts> exploration;
    private readonly RelaxedPlan plan;

    /// <summary>Prepares the heuristic for a task.</summary>
    /// <param name="task">The task.</param>
    /// <param name="costType">How operators are counted.</param>
    /// <param name="stop">Ends the preparation early.</param>
    /// <exception cref="RunStoppedException"><paramref name="stop"/> was raised.</exception>
    public FFHeuristic(PlanningTask task, OperatorCostType costType = OperatorCostType.Normal, StopSignal? stop = null)
        : base(task)
    {
        var costs = OperatorCosts.Adjust(task, costType);
        exploration = new(task, RelaxedTask.Build(task, costs, stop));
        plan = new RelaxedPlan(exploration.Relaxed, costs);
    }

    /// <summary>The operators of the last relaxed plan, each once, in no particular order.</summary>
    public ReadOnlySpan<int> RelaxedPlan => plan.Operators;

    /// <inheritdoc/>
    public override int Evaluate(in State state, PreferredOperators? preferred) =>
        exploration.Run(state.Values) ? plan.Extract(exploration.Reached, preferred) : DeadEnd;
}
