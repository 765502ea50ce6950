using Prudence.Budgeting;
using Prudence.Planning.Language;

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
    public static ValidationResult Validate(PddlDomain domain, PddlProblem problem, Plan plan, StopSignal? stop = null)
    {
        ArgumentNullException.ThrowIfNull(domain);
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(plan);
        if (DerivationRules.Create(domain) is not { } rules)
        {
            return new ValidationResult(false, 0, new ValidationFailure(0, null, null, "a derived predicate depends on its own negation"));
        }

        var execution = new PlanExecution(domain, problem, rules);
        for (var step = 0; step < plan.Length; step++)
        {
            stop?.ThrowIfRaised();
            if (execution.Apply(plan.Steps[step]) is { } failure)
            {
                return new ValidationResult(false, execution.Cost, failure);
            }
        }

        var missed = execution.CheckGoal();
        return new ValidationResult(missed is null, execution.Cost, missed);
    }
}
