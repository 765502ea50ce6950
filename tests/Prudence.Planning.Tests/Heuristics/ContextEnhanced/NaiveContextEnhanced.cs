using Prudence.Planning.Tasks;

namespace Prudence.Planning.Tests.Heuristics.ContextEnhanced;

/// <summary>
/// hcea straight from its equations, for tasks without cyclic dependencies among variables: each local problem is solved on its own by recursion.
/// Ties between equally cheap ways are broken arbitrarily, so contexts must not depend on them.
/// </summary>
internal sealed class NaiveContextEnhanced(PlanningTask task, int[] state)
{
    public long? GoalCost()
    {
        var sum = 0L;
        foreach (var fact in task.Goal)
        {
            var variable = task.FactVariables[fact];
            if (Cost(variable, state[variable], task.FactValue(fact)) is not { } cost)
            {
                return null;
            }

            sum += cost;
        }

        return sum;
    }

    private long? Cost(int variable, int from, int to)
    {
        var context = (int[])state.Clone();
        context[variable] = from;
        var queue = new PriorityQueue<int[], long>();
        var done = new HashSet<int>();
        queue.Enqueue(context, 0);
        while (queue.TryDequeue(out var current, out var cost))
        {
            if (current[variable] == to)
            {
                return cost;
            }

            if (!done.Add(current[variable]))
            {
                continue;
            }

            for (var o = 0; o < task.Operators.Count; o++)
            {
                if (Step(variable, current, o) is { } step)
                {
                    queue.Enqueue(step.Context, cost + step.Cost);
                }
            }
        }

        return null;
    }

    private (int[] Context, long Cost)? Step(int variable, int[] context, int operatorId)
    {
        if (!Changes(variable, context, operatorId))
        {
            return null;
        }

        var next = (int[])context.Clone();
        var cost = (long)task.Operators.Costs[operatorId];
        foreach (var fact in task.Operators.Preconditions[operatorId])
        {
            var (other, wanted) = (task.FactVariables[fact], task.FactValue(fact));
            if (other == variable && context[other] != wanted)
            {
                return null;
            }

            var part = other == variable ? 0 : Cost(other, context[other], wanted);
            if (part is null)
            {
                return null;
            }

            cost += part.Value;
            next[other] = wanted;
        }

        foreach (var fact in Effects(operatorId))
        {
            next[task.FactVariables[fact]] = task.FactValue(fact);
        }

        return (next, cost);
    }

    private ReadOnlySpan<int> Effects(int operatorId) =>
        task.Operators.EffectFacts.AsSpan(task.Operators.EffectStarts[operatorId]..task.Operators.EffectStarts[operatorId + 1]);

    private bool Changes(int variable, int[] context, int operatorId)
    {
        foreach (var fact in Effects(operatorId))
        {
            if (task.FactVariables[fact] == variable && context[variable] != task.FactValue(fact))
            {
                return true;
            }
        }

        return false;
    }
}
