using System.Runtime.CompilerServices;
using Prudence.Planning.Tasks;

namespace Prudence.Planning.Tests.Tasks;

/// <summary>What a task means, written as plainly as possible, to check faster code against.</summary>
internal static class ReferenceSemantics
{
    private static readonly ConditionalWeakTable<PlanningTask, Dictionary<string, (int[] State, long Cost)>> Explored = [];

    /// <summary>The state with its derived variables computed.</summary>
    public static int[] Complete(PlanningTask task, int[] state)
    {
        var result = (int[])state.Clone();
        for (var v = 0; v < result.Length; v++)
        {
            if (task.Variables[v].IsDerived)
            {
                result[v] = task.Variables[v].DefaultValue;
            }
        }

        var layers = task.Variables.Where(v => v.IsDerived).Select(v => v.AxiomLayer).Distinct().Order();
        foreach (var layer in layers)
        {
            for (var changed = true; changed;)
            {
                changed = false;
                for (var rule = 0; rule < task.Axioms.Count; rule++)
                {
                    var head = task.Axioms.Heads[rule];
                    var variable = task.FactVariables[head];
                    if (task.Variables[variable].AxiomLayer == layer && !Holds(task, result, head) && AllHold(task, result, task.Axioms.Bodies[rule]))
                    {
                        result[variable] = task.FactValue(head);
                        changed = true;
                    }
                }
            }
        }

        return result;
    }

    /// <summary>Whether a fact holds.</summary>
    public static bool Holds(PlanningTask task, int[] state, int fact) => state[task.FactVariables[fact]] == task.FactValue(fact);

    /// <summary>Whether all facts hold.</summary>
    public static bool AllHold(PlanningTask task, int[] state, ReadOnlySpan<int> facts)
    {
        foreach (var fact in facts)
        {
            if (!Holds(task, state, fact))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether an operator is applicable.</summary>
    public static bool IsApplicable(PlanningTask task, int[] state, int operatorId) =>
        AllHold(task, state, task.Operators.Preconditions[operatorId]);

    /// <summary>The completed state an operator leads to.</summary>
    public static int[] Apply(PlanningTask task, int[] state, int operatorId)
    {
        var result = (int[])state.Clone();
        for (var effect = task.Operators.EffectStarts[operatorId]; effect < task.Operators.EffectStarts[operatorId + 1]; effect++)
        {
            if (AllHold(task, state, task.Operators.EffectConditions[effect]))
            {
                var fact = task.Operators.EffectFacts[effect];
                result[task.FactVariables[fact]] = task.FactValue(fact);
            }
        }

        return Complete(task, result);
    }

    /// <summary>The cost of each reachable state, keyed by the state's values.</summary>
    public static Dictionary<string, (int[] State, long Cost)> Explore(PlanningTask task) => Explored.GetValue(task, ExploreAnew);

    /// <summary>The cost of a cheapest plan; null if there is none.</summary>
    public static long? OptimalCost(PlanningTask task)
    {
        var goals = Explore(task).Values.Where(reached => AllHold(task, reached.State, task.Goal)).ToArray();
        return goals.Length == 0 ? null : goals.Min(goal => goal.Cost);
    }

    /// <summary>The cost of a plan; fails if it is none.</summary>
    public static long Validate(PlanningTask task, IReadOnlyList<int> plan)
    {
        var state = Complete(task, task.InitialState);
        var cost = 0L;
        foreach (var operatorId in plan)
        {
            Assert.True(IsApplicable(task, state, operatorId), $"{task.Operators.Name(operatorId)} is not applicable");
            state = Apply(task, state, operatorId);
            cost += task.Operators.Costs[operatorId];
        }

        Assert.True(AllHold(task, state, task.Goal), "the goal does not hold");
        return cost;
    }

    // Dijkstra's algorithm.
    private static Dictionary<string, (int[] State, long Cost)> ExploreAnew(PlanningTask task)
    {
        var done = new Dictionary<string, (int[], long)>();
        var queue = new PriorityQueue<int[], long>();
        queue.Enqueue(Complete(task, task.InitialState), 0);
        while (queue.TryDequeue(out var state, out var cost))
        {
            if (done.TryAdd(string.Join(' ', state), (state, cost)))
            {
                for (var o = 0; o < task.Operators.Count; o++)
                {
                    if (IsApplicable(task, state, o))
                    {
                        queue.Enqueue(Apply(task, state, o), cost + task.Operators.Costs[o]);
                    }
                }
            }
        }

        return done;
    }
}
