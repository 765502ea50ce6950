using Prudence.Planning.Tasks;

namespace Prudence.Planning.Tests.Heuristics.Relaxation;

/// <summary>hmax, hadd and h+ as their definitions say, without any cleverness. For tasks without axioms.</summary>
internal static class NaiveRelaxation
{
    public static int Max(PlanningTask task, int[] state) => FixedPoint(task, state, static (a, b) => Math.Max(a, b));

    public static int Add(PlanningTask task, int[] state) => FixedPoint(task, state, static (a, b) => a + b);

    /// <summary>The cost of an optimal delete-free plan: Dijkstra over sets of facts.</summary>
    public static int Plus(PlanningTask task, int[] state)
    {
        var start = 0;
        for (var v = 0; v < state.Length; v++)
        {
            start |= 1 << task.Fact(v, state[v]);
        }

        var goal = Mask(task.Goal);
        var costs = new Dictionary<int, int> { [start] = 0 };
        var open = new PriorityQueue<int, int>([(start, 0)]);
        while (open.TryDequeue(out var facts, out var cost))
        {
            if (cost > costs[facts])
            {
                continue;
            }

            if ((facts & goal) == goal)
            {
                return cost;
            }

            for (var o = 0; o < task.Operators.Count; o++)
            {
                var next = Apply(task, facts, o);
                var nextCost = cost + task.Operators.Costs[o];
                if (next != facts && nextCost < costs.GetValueOrDefault(next, int.MaxValue))
                {
                    costs[next] = nextCost;
                    open.Enqueue(next, nextCost);
                }
            }
        }

        return int.MaxValue;
    }

    private static int Apply(PlanningTask task, int facts, int operatorId)
    {
        var preconditions = Mask(task.Operators.Preconditions[operatorId]);
        if ((facts & preconditions) != preconditions)
        {
            return facts;
        }

        var next = facts;
        for (var e = task.Operators.EffectStarts[operatorId]; e < task.Operators.EffectStarts[operatorId + 1]; e++)
        {
            var conditions = Mask(task.Operators.EffectConditions[e]);
            next |= (facts & conditions) == conditions ? 1 << task.Operators.EffectFacts[e] : 0;
        }

        return next;
    }

    private static int Mask(ReadOnlySpan<int> facts)
    {
        var mask = 0;
        foreach (var fact in facts)
        {
            mask |= 1 << fact;
        }

        return mask;
    }

    private static int FixedPoint(PlanningTask task, int[] state, Func<int, int, int> combine)
    {
        var costs = new int[task.FactCount];
        Array.Fill(costs, int.MaxValue);
        for (var v = 0; v < state.Length; v++)
        {
            costs[task.Fact(v, state[v])] = 0;
        }

        int Combined(IEnumerable<int> facts) =>
            facts.Aggregate(0, (total, fact) => total == int.MaxValue || costs[fact] == int.MaxValue ? int.MaxValue : combine(total, costs[fact]));
        for (var changed = true; changed;)
        {
            changed = false;
            for (var o = 0; o < task.Operators.Count; o++)
            {
                for (var e = task.Operators.EffectStarts[o]; e < task.Operators.EffectStarts[o + 1]; e++)
                {
                    var needed = task.Operators.Preconditions[o].ToArray().Union(task.Operators.EffectConditions[e].ToArray()).ToArray();
                    var cost = needed.GroupBy(fact => task.FactVariables[fact]).Any(g => g.Count() > 1) ? int.MaxValue : Combined(needed);
                    if (cost != int.MaxValue && cost + task.Operators.Costs[o] < costs[task.Operators.EffectFacts[e]])
                    {
                        costs[task.Operators.EffectFacts[e]] = cost + task.Operators.Costs[o];
                        changed = true;
                    }
                }
            }
        }

        return Combined(task.Goal);
    }
}
