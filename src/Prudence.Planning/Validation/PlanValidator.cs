using Prudence.Budgeting;
using Prudence.Planning.Language;
using Prudence.Planning.Validation.Execution;
using Prudence.Planning.Validation.Semantics;

namespace Prudence.Planning.Validation;

/// <summary>
/// Decides whether a plan solves a task by executing it on the task as written. It shares nothing with the grounder, the encoder or the
/// searches, so that a mistake there cannot hide here. Semantics: PDDL 3.1, deletes before adds, derived predicates by stratified fixpoint.
/// </summary>
public static class PlanValidator
{
    /// <summary>Executes the plan.</summary>
    /// <param name="domain">The domain.</param>
    /// <param name="problem">The problem.</param>
    /// <param name="plan">The plan.</param>
    /// <param name="stop">Ends the work early.</param>
    /// <returns>The verdict, with the first violation explained.</returns>
    /// <exception cref="RunStoppedException">The signal was raised.</exception>
    /// <exception cref="ArgumentException">Domain and problem were not checked: a name in them is not declared.</exception>
    public static ValidationResult Validate(PddlDomain domain, PddlProblem problem, Plan plan, StopSignal? stop = null)
    {
        ArgumentNullException.ThrowIfNull(domain);
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(plan);
        var evaluator = new FormulaEvaluator(stop);
        if (TaskSemantics.Create(domain, problem, evaluator) is not { } task)
        {
            return new ValidationResult(false, 0, new ValidationFailure(0, null, [new Violation(null, "a derived predicate depends on its own negation")]));
        }

        var execution = new PlanExecution(task, evaluator);
        foreach (var step in plan.Steps)
        {
            stop?.ThrowIfRaised();
            if (execution.Apply(step) is { } failure)
            {
                return new ValidationResult(false, execution.Cost, failure);
            }
        }

        var missed = execution.CheckGoal();
        return new ValidationResult(missed is null, execution.Cost, missed);
    }
}
