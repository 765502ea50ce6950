using System.Collections.Immutable;
using Prudence.Planning.Language;
using Prudence.Planning.Validation;

namespace Prudence.Planning.Tests.Validation;

/// <summary>Damages plans a little.</summary>
internal sealed class PlanMutator(PddlTask task, Random random)
{
    private readonly string[] objects = [.. task.Domain.Constants.Concat(task.Problem.Objects).Select(item => item.Name)];
    private readonly PlanStep[] steps = [.. new NaiveSimulator(task).AllSteps()];

    public Plan Mutate(Plan plan)
    {
        for (var changes = 1 + random.Next(3); changes > 0; changes--)
        {
            plan = new Plan(Change(plan.Steps));
        }

        return plan;
    }

    private ImmutableArray<PlanStep> Change(ImmutableArray<PlanStep> plan)
    {
        if (plan.IsEmpty)
        {
            return [Any()];
        }

        var (here, there) = (random.Next(plan.Length), random.Next(plan.Length));
        return random.Next(9) switch
        {
            0 => plan.RemoveAt(here),
            1 => plan.SetItem(here, plan[there]).SetItem(there, plan[here]),
            2 => plan.Insert(there, plan[here]),
            3 or 4 => plan.SetItem(here, WithOtherArgument(plan[here])),
            5 => plan.Insert(here, Any()),
            6 => plan.SetItem(here, Any()),
            7 => [.. plan.Take(here), .. plan.Skip(there)],
            _ => plan.SetItem(here, Malformed(plan[here])),
        };
    }

    private PlanStep Any() => steps[random.Next(steps.Length)];

    private PlanStep WithOtherArgument(PlanStep step) => step.Arguments.IsEmpty
        ? step
        : step with { Arguments = step.Arguments.SetItem(random.Next(step.Arguments.Length), objects[random.Next(objects.Length)]) };

    private PlanStep Malformed(PlanStep step) => random.Next(4) switch
    {
        0 => step with { Action = step.Action + "x" },
        1 => step with { Arguments = step.Arguments.Add(objects[random.Next(objects.Length)]) },
        2 => step with { Arguments = step.Arguments.IsEmpty ? ["nothing"] : step.Arguments.RemoveAt(0) },
        _ => step with { Arguments = [.. step.Arguments.Select(_ => "nowhere")] },
    };
}
