using Prudence.Budgeting;

namespace Prudence.Planning.Heuristics.PatternDatabases;

/// <summary>Cheapest ways to the goal in a projection, by Dijkstra's algorithm backwards from the goal states.</summary>
internal sealed class GoalDistances(StopSignal? stop)
{
    private const int PollInterval = 1024;

    private readonly PriorityQueue<int, int> open = new();
    private int[] labelCosts = [];

    /// <summary>Computes the distance of every abstract state; <see cref="Heuristic.DeadEnd"/> where no way leads to the goal.</summary>
    /// <param name="space">The projection.</param>
    /// <param name="operatorCosts">What each operator costs here.</param>
    /// <exception cref="RunStoppedException">The signal was raised.</exception>
    public int[] Compute(AbstractTransitions space, ReadOnlySpan<int> operatorCosts)
    {
        LoadCosts(space, operatorCosts);
        var distances = new int[space.Pattern.StateCount];
        Array.Fill(distances, Heuristic.DeadEnd);
        open.Clear();
        foreach (var goal in space.Goals)
        {
            distances[goal] = 0;
            open.Enqueue(goal, 0);
        }

        for (var expanded = 0; open.TryDequeue(out var state, out var distance); expanded++)
        {
            if (expanded % PollInterval == 0)
            {
                stop?.ThrowIfRaised();
            }

            if (distance == distances[state])
            {
                Expand(space, distances, state);
            }
        }

        return distances;
    }

    private void LoadCosts(AbstractTransitions space, ReadOnlySpan<int> operatorCosts)
    {
        if (labelCosts.Length < space.Operators.Count)
        {
            labelCosts = new int[space.Operators.Count * 2];
        }

        for (var label = 0; label < space.Operators.Count; label++)
        {
            labelCosts[label] = int.MaxValue;
            foreach (var o in space.Operators[label])
            {
                labelCosts[label] = Math.Min(labelCosts[label], operatorCosts[o]);
            }
        }
    }

    private void Expand(AbstractTransitions space, int[] distances, int state)
    {
        for (var t = space.Starts[state]; t < space.Starts[state + 1]; t++)
        {
            var distance = (int)Math.Min((long)distances[state] + labelCosts[space.Labels[t]], Heuristic.DeadEnd - 1);
            if (distance < distances[space.Sources[t]])
            {
                distances[space.Sources[t]] = distance;
                open.Enqueue(space.Sources[t], distance);
            }
        }
    }
}
