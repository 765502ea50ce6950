namespace Prudence.Search;

/// <summary>The states found and not yet expanded, in order, and the cheapest known way to every state.</summary>
internal sealed class Frontier<TState, TAction>(IEqualityComparer<TState>? comparer, BestFirstOptions options)
    where TState : notnull
{
    private readonly PriorityQueue<SearchNode<TState, TAction>, (double Priority, double Tie, long Order)> queue = new();
    private readonly Dictionary<TState, SearchNode<TState, TAction>>? best = comparer is null ? null : new(comparer);
    private long order;

    public long Reopened { get; private set; }

    /// <summary>The cheapest known way to a state, or null where it is new or every way counts.</summary>
    public SearchNode<TState, TAction>? Known(TState state) => best?.GetValueOrDefault(state);

    /// <summary>True if a way of that cost to that state is worth keeping.</summary>
    public bool Wants(TState state, double pathCost) =>
        Known(state) is not { } known || (pathCost < known.PathCost && !(known.IsExpanded && options.PathWeight == 0));

    public void Add(SearchNode<TState, TAction> node)
    {
        if (best is not null)
        {
            Reopened += Known(node.State) is { IsExpanded: true } ? 1 : 0;
            best[node.State] = node;
        }

        if (!double.IsPositiveInfinity(node.Estimate))
        {
            queue.Enqueue(node, (Priority(node), Tie(node), order++));
        }
    }

    /// <summary>Takes the first state off the frontier; null if it is empty.</summary>
    public SearchNode<TState, TAction>? TryTake()
    {
        while (queue.TryDequeue(out var node, out _))
        {
            // Skip it where a cheaper way to the same state was found after it was queued.
            if (best is null || best[node.State] == node)
            {
                node.IsExpanded = true;
                return node;
            }
        }

        return null;
    }

    private double Priority(SearchNode<TState, TAction> node) =>
        (options.PathWeight * node.PathCost) + (options.EstimateWeight * node.Estimate);

    private double Tie(SearchNode<TState, TAction> node) => options.TieBreaking switch
    {
        TieBreaking.LowestEstimate => node.Estimate,
        TieBreaking.Deepest => -node.Depth,
        _ => 0,
    };
}
