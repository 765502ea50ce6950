using System.Collections.Immutable;
using Prudence.Budgeting;
using Prudence.Planning.Language;
using Prudence.Planning.Validation;
using Prudence.Planning.Validation.Execution;
using Prudence.Planning.Validation.Semantics;

namespace Prudence.Planning.Explanation;

/// <summary>
/// Explains a plan by its causal links: which step brought about what another step, or the goal, relies on (the links of partial-order
/// planning: McAllester and Rosenblitt 1991). Works on the task as written.
/// </summary>
public static class PlanExplainer
{
    /// <summary>Explains a plan.</summary>
    /// <param name="task">The task.</param>
    /// <param name="plan">A plan for it.</param>
    /// <param name="stop">Ends the work early.</param>
    /// <exception cref="ArgumentException">The plan is not valid; the message is the validator's.</exception>
    /// <exception cref="RunStoppedException">The signal was raised.</exception>
    public static PlanExplanation Explain(PddlTask task, Plan plan, StopSignal? stop = null)
    {
        ArgumentNullException.ThrowIfNull(task);
        ArgumentNullException.ThrowIfNull(plan);
        var verdict = PlanValidator.Validate(task.Domain, task.Problem, plan, stop);
        if (!verdict.IsValid)
        {
            throw new ArgumentException(verdict.ToString(), nameof(plan));
        }

        var evaluator = new FormulaEvaluator(stop);
        var semantics = TaskSemantics.Create(task.Domain, task.Problem, evaluator)!;
        var execution = new TracedExecution(task.Domain, semantics, evaluator);
        var traces = plan.Steps.Select(execution.Apply).ToList();
        ImmutableArray<ExplainedGoal> goals =
            [.. Conjuncts(task.Problem.Goal).Zip(Conjuncts(semantics.Goal)).Select(part =>
                new ExplainedGoal(PddlWriter.Write(part.First).Trim(), execution.Needs(part.Second)))];
        return new PlanExplanation(Link(plan, traces, goals, FindRedundant(task, plan, evaluator, stop)), goals);
    }

    private static bool[] FindRedundant(PddlTask task, Plan plan, FormulaEvaluator evaluator, StopSignal? stop) =>
        ActionElimination.FindRedundant(plan, TaskSemantics.Create(task.Domain, task.Problem, evaluator)!, evaluator, stop);

    private static IEnumerable<Condition> Conjuncts(Condition goal) =>
        goal is AndCondition conjunction ? conjunction.Operands.SelectMany(Conjuncts) : [goal];

    private static IEnumerable<Formula> Conjuncts(Formula goal) =>
        goal is JunctionFormula { IsConjunction: true } conjunction ? conjunction.Operands.SelectMany(Conjuncts) : [goal];

    /// <summary>Turns what each step needs into what each step serves.</summary>
    private static ImmutableArray<ExplainedStep> Link(
        Plan plan, List<TracedStep> traces, ImmutableArray<ExplainedGoal> goals, bool[] isRedundant)
    {
        var serves = Enumerable.Range(0, plan.Length + 1).Select(static _ => new List<FactService>()).ToArray();
        var reached = Enumerable.Range(0, plan.Length + 1).Select(static _ => new SortedSet<int>()).ToArray();
        for (var goal = 0; goal < goals.Length; goal++)
        {
            foreach (var need in goals[goal].Needs)
            {
                serves[need.Step].Add(new FactService(need.Fact, plan.Length + 1));
                reached[need.Step].Add(goal);
            }
        }

        for (var step = plan.Length; step > 0; step--)
        {
            foreach (var need in traces[step - 1].Needs)
            {
                serves[need.Step].Add(new FactService(need.Fact, step));
                reached[need.Step].UnionWith(reached[step]);
            }
        }

        return [.. traces.Select((trace, i) => new ExplainedStep(
            i + 1,
            plan.Steps[i],
            trace.Cost,
            trace.Needs,
            trace.Adds,
            trace.Deletes,
            [.. serves[i + 1].Distinct().OrderBy(static service => service.Step)],
            [.. reached[i + 1]],
            isRedundant[i]))];
    }
}
