namespace Prudence.Search;

/// <summary>Judges a state by going on at random, every successor being equally likely, until nothing is left to do.</summary>
internal sealed class RandomPlayout<TState, TAction>(SearchRun<TState, TAction> run, MonteCarloOptions options)
    where TState : notnull
{
    private readonly Random random = new(options.Seed);

    /// <summary>Where it ended: in a goal, in a dead end, at the greatest depth, or where the budget ran out.</summary>
    public async ValueTask<SearchNode<TState, TAction>> PlayAsync(SearchNode<TState, TAction> node)
    {
        while (!node.IsGoal && node.Depth < options.MaxDepth
            && await run.ExpandAsync(node.State).ConfigureAwait(false) is { Count: > 0 } successors)
        {
            node = run.Follow(node, successors[random.Next(successors.Count)], estimate: 0);
        }

        return node;
    }
}
