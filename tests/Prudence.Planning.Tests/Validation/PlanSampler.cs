using Prudence.Planning.Language;
using Prudence.Planning.Validation;

namespace Prudence.Planning.Tests.Validation;

/// <summary>Finds valid plans by breadth-first search with the naive simulator.</summary>
internal static class PlanSampler
{
    private const int MostStates = 3_000;

    /// <summary>Some of the shortest plans, and longer ones that wander about first.</summary>
    public static List<Plan> Find(PddlTask task, int count, Random random)
    {
        var simulator = new NaiveSimulator(task);
        var steps = simulator.AllSteps().ToArray();
        var plans = new List<Plan>();
        for (var i = 0; i < count; i++)
        {
            var (state, prefix) = (simulator.InitialState, new List<PlanStep>());
            for (var left = random.Next(2 * i); left > 0; left--)
            {
                var step = steps[random.Next(steps.Length)];
                if (simulator.Apply(step, state) is { } next)
                {
                    state = next.State;
                    prefix.Add(step);
                }
            }

            if (Shortest(simulator, steps, state) is { } rest)
            {
                plans.Add(new Plan([.. prefix, .. rest]));
            }
        }

        return plans;
    }

    private static List<PlanStep>? Shortest(NaiveSimulator simulator, PlanStep[] steps, HashSet<string> start)
    {
        var queue = new Queue<(HashSet<string> State, List<PlanStep> Path)>([(start, [])]);
        var seen = new HashSet<string> { Key(start) };
        while (queue.TryDequeue(out var node) && seen.Count < MostStates)
        {
            if (simulator.IsGoal(node.State))
            {
                return node.Path;
            }

            foreach (var step in steps)
            {
                if (simulator.Apply(step, node.State) is { } next && seen.Add(Key(next.State)))
                {
                    queue.Enqueue((next.State, [.. node.Path, step]));
                }
            }
        }

        return null;
    }

    private static string Key(HashSet<string> state) => string.Join('|', state.Order(StringComparer.Ordinal));
}
