using Prudence.Budgeting;
using Prudence.Planning.Validation;
using Prudence.Planning.Validation.Execution;
using Prudence.Planning.Validation.Semantics;

namespace Prudence.Planning.Explanation;

/// <summary>
/// Finds steps that a plan can do without, by action elimination (Nakhost and Müller, Action Elimination and Plan Neighborhood Graph
/// Search, ICAPS 2010): each step is left out in turn, together with all later ones that then cannot be applied; if the goal is reached
/// even so, they stay out.
/// </summary>
internal sealed class ActionElimination : IChangeLog
{
    /// <summary>The work grows with the square of the length; longer plans are left as they are.</summary>
    private const int LongestPlan = 500;

    private readonly TaskSemantics task;
    private readonly FormulaEvaluator evaluator;
    private readonly StepEffects effects;
    private readonly StopSignal? stop;
    private readonly List<BoundStep> steps;
    private readonly List<(Relation Relation, int Row, bool IsAdded)> changes = [];
    private int applied;

    private ActionElimination(Plan plan, TaskSemantics task, FormulaEvaluator evaluator, StopSignal? stop)
    {
        (this.task, this.evaluator, this.stop) = (task, evaluator, stop);
        effects = new StepEffects(evaluator);
        steps = [.. plan.Steps.Select(step => BoundStep.Bind(step, task))];
    }

    /// <summary>Tells for each step whether it is redundant; the plan without all of these is still valid.</summary>
    /// <param name="plan">A valid plan.</param>
    /// <param name="task">The task in its initial state.</param>
    /// <param name="evaluator">Judges conditions in the task's state.</param>
    /// <param name="stop">Ends the work early.</param>
    public static bool[] FindRedundant(Plan plan, TaskSemantics task, FormulaEvaluator evaluator, StopSignal? stop) =>
        plan.Length > LongestPlan ? new bool[plan.Length] : new ActionElimination(plan, task, evaluator, stop).Run();

    void IChangeLog.Added(Relation relation, int row) => changes.Add((relation, row, true));

    void IChangeLog.Deleted(Relation relation, int row) => changes.Add((relation, row, false));

    private bool[] Run()
    {
        var isRedundant = new bool[steps.Count];
        for (var step = 0; step < steps.Count; step++)
        {
            if (isRedundant[step])
            {
                continue;
            }

            var without = LeaveOut(step, isRedundant);
            if (without is not null)
            {
                isRedundant = without;
                continue;
            }

            TryApply(steps[step]);
        }

        return isRedundant;
    }

    /// <summary>The redundant steps if this one is left out as well; null if the goal is missed then.</summary>
    private bool[]? LeaveOut(int left, bool[] isRedundant)
    {
        var without = (bool[])isRedundant.Clone();
        without[left] = true;
        var before = changes.Count;
        for (var step = left + 1; step < steps.Count; step++)
        {
            stop?.ThrowIfRaised();
            without[step] = without[step] || !TryApply(steps[step]);
        }

        task.Derivations.Refresh();
        var isReached = evaluator.Holds(task.Goal, new int[task.GoalFrameSize]);
        Rewind(before);
        return isReached ? without : null;
    }

    private bool TryApply(BoundStep step)
    {
        if (step.Action.UsesDerived)
        {
            task.Derivations.Refresh();
        }

        if (!evaluator.Holds(step.Action.Precondition, step.Frame))
        {
            return false;
        }

        effects.Collect(step.Action.Effect, step.Frame, withCost: false);
        effects.Apply(++applied, task.Derivations, this);
        return true;
    }

    private void Rewind(int before)
    {
        for (var i = changes.Count - 1; i >= before; i--)
        {
            var (relation, row, isAdded) = changes[i];
            _ = isAdded ? relation.Remove(row, applied) : relation.Insert(row, applied);
            task.Derivations.Changed(relation);
        }

        changes.RemoveRange(before, changes.Count - before);
    }
}
