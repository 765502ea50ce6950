using Prudence.Budgeting;
using Prudence.Planning.Tasks;

namespace Prudence.Planning.Heuristics.ContextEnhanced;

/// <summary>
/// hcea, the context-enhanced additive heuristic (Helmert and Geffner 2008, "Unifying the causal graph and additive heuristics"): like hadd, but the
/// cost of a condition is counted from the values that its variable has once the earlier steps of the same variable are done. Inadmissible; a dead end
/// need not be one. Each conditional effect is a transition of its own. Derived variables are refused.
/// </summary>
public sealed class ContextEnhancedHeuristic : Heuristic
{
    private readonly LocalProblems problems;
    private readonly HelpfulTransitions helpful;

    /// <summary>Prepares the heuristic for a task.</summary>
    /// <param name="task">The task.</param>
    /// <param name="costType">How operators are counted.</param>
    /// <param name="stop">Ends the preparation early.</param>
    /// <exception cref="UnsupportedTaskFeatureException">The task has derived predicates.</exception>
    /// <exception cref="RunStoppedException"><paramref name="stop"/> was raised.</exception>
    public ContextEnhancedHeuristic(PlanningTask task, OperatorCostType costType = OperatorCostType.Normal, StopSignal? stop = null)
        : base(task)
    {
        if (Array.Exists(task.Variables, static variable => variable.IsDerived))
        {
            throw new UnsupportedTaskFeatureException("cea", "derived predicates");
        }

        problems = new LocalProblems(task, LocalTransitionsBuilder.Build(task, stop), OperatorCosts.Adjust(task, costType), stop);
        helpful = new HelpfulTransitions(task, problems);
    }

    /// <inheritdoc/>
    public override bool DeadEndsAreReliable => false;

    /// <inheritdoc/>
    public override int Evaluate(in State state, PreferredOperators? preferred)
    {
        var estimate = problems.Solve(state.Values);
        if (preferred is not null && estimate != DeadEnd)
        {
            helpful.Collect(state.Values, preferred);
        }

        return estimate;
    }
}
