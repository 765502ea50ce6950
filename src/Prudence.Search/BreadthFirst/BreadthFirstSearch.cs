namespace Prudence.Search;

/// <summary>Breadth-first search: a path with the fewest steps, whatever they cost (Moore 1959).</summary>
public sealed class BreadthFirstSearch<TState, TAction> : SearchAlgorithm<TState, TAction>
    where TState : notnull
{
    private protected override IStateEvaluator<TState>? Evaluator => null;

    private protected override async Task<SearchResult<TState, TAction>> SearchAsync(SearchRun<TState, TAction> run)
    {
        var root = await run.StartAsync().ConfigureAwait(false);
        if (root.IsGoal)
        {
            return run.Solved(root, isOptimal: true);
        }

        var queue = new Queue<SearchNode<TState, TAction>>([root]);
        var seen = run.Space.StateComparer is { } comparer ? new HashSet<TState>([root.State], comparer) : null;
        while (queue.TryDequeue(out var node))
        {
            run.MostPromising = node;
            if (await run.ExpandAsync(node.State).ConfigureAwait(false) is not { } successors)
            {
                return run.Stopped();
            }

            foreach (var successor in successors)
            {
                if (seen is not null && !seen.Add(successor.State))
                {
                    continue;
                }

                var child = run.Follow(node, successor, estimate: 0);
                if (child.IsGoal)
                {
                    return run.Solved(child, isOptimal: false);
                }

                queue.Enqueue(child);
            }
        }

        return run.Exhausted();
    }
}
