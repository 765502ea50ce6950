using System.Collections.Immutable;
using Prudence.Planning.Language;
using Prudence.Planning.Validation;

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
    /// <exception cref="ArgumentException">The plan is not valid; the message is the validator's.</exception>
    public static PlanExplanation Explain(PddlTask task, Plan plan)
    {
        ArgumentNullException.ThrowIfNull(task);
        ArgumentNullException.ThrowIfNull(plan);
        var verdict = PlanValidator.Validate(task.Domain, task.Problem, plan);
        if (!verdict.IsValid)
        {
            throw new ArgumentException(verdict.ToString(), nameof(plan));
        }

        var execution = new TracedExecution(task);
        var traces = plan.Steps.Select(execution.Apply).ToList();
        ImmutableArray<ExplainedGoal> goals =
            [.. Conjuncts(task.Problem.Goal).Select(part => new ExplainedGoal(PddlWriter.Write(part).Trim(), execution.Needs(part)))];
        return new PlanExplanation(Link(plan, traces, goals), goals);
    }

    private static IEnumerable<Condition> Conjuncts(Condition goal) =>
        goal is AndCondition conjunction ? conjunction.Operands.SelectMany(Conjuncts) : [goal];

    /// <summary>Turns what each step needs into what each step serves.</summary>
    private static ImmutableArray<ExplainedStep> Link(Plan plan, List<TracedStep> traces, ImmutableArray<ExplainedGoal> goals)
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
            [.. reached[i + 1]]))];
    }
}
