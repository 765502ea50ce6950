namespace Prudence.Search;

/// <summary>
/// Iterative-deepening A* (Korf 1985): depth-first searches with growing limits on <c>g + h</c>. Remembers only the path it is on, so memory
/// grows with the depth, not with the number of states; the same state may be expanded often.
/// </summary>
public sealed class IterativeDeepeningSearch<TState, TAction>(IStateEvaluator<TState>? evaluator) : SearchAlgorithm<TState, TAction>
    where TState : notnull
{
    private protected override IStateEvaluator<TState>? Evaluator => evaluator;

    private protected override async Task<SearchResult<TState, TAction>> SearchAsync(SearchRun<TState, TAction> run)
    {
        var root = await run.StartAsync().ConfigureAwait(false);
        var limit = root.Estimate;
        while (limit < double.PositiveInfinity)
        {
            var (goal, next) = await DeepenAsync(run, root, limit).ConfigureAwait(false);
            if (goal is not null)
            {
                return run.Solved(goal, run.IsEstimateAdmissible);
            }

            if (run.IsStopped)
            {
                return run.Stopped();
            }

            limit = next;
        }

        return run.Exhausted();
    }

    /// <summary>Searches all paths up to a limit; also says the least value above it, the next limit.</summary>
    private static async Task<(SearchNode<TState, TAction>? Goal, double NextLimit)> DeepenAsync(
        SearchRun<TState, TAction> run, SearchNode<TState, TAction> root, double limit)
    {
        var nextLimit = double.PositiveInfinity;
        var stack = new Stack<SearchNode<TState, TAction>>([root]);
        while (stack.TryPop(out var node))
        {
            if (node.PathCost + node.Estimate > limit)
            {
                nextLimit = Math.Min(nextLimit, node.PathCost + node.Estimate);
                continue;
            }

            if (node.IsGoal)
            {
                return (node, limit);
            }

            if (await run.ExpandAsync(node.State).ConfigureAwait(false) is not { } successors)
            {
                return (null, limit);
            }

            var forward = successors.Where(successor => !IsOnPath(run, node, successor.State)).ToList();
            var estimates = await run.EvaluateAsync(forward.ConvertAll(static successor => successor.State)).ConfigureAwait(false);
            for (var i = forward.Count - 1; i >= 0; i--)
            {
                var child = run.Follow(node, forward[i], estimates[i]);
                run.MostPromising = child.Estimate < run.MostPromising!.Estimate ? child : run.MostPromising;
                stack.Push(child);
            }
        }

        return (null, nextLimit);
    }

    private static bool IsOnPath(SearchRun<TState, TAction> run, SearchNode<TState, TAction> end, TState state)
    {
        if (run.Space.StateComparer is not { } comparer)
        {
            return false;
        }

        for (var node = end; node is not null; node = node.Parent)
        {
            if (comparer.Equals(node.State, state))
            {
                return true;
            }
        }

        return false;
    }
}
