namespace Prudence.Search;

/// <summary>What came back from a Monte Carlo tree search, with its tree: visits and values train policies and critics.</summary>
public sealed record MonteCarloResult<TState, TAction> : SearchResult<TState, TAction>
    where TState : notnull
{
    internal MonteCarloResult(SearchResult<TState, TAction> result, MonteCarloNode<TState, TAction> root)
        : base(result) => Root = root;

    /// <summary>The root of the tree.</summary>
    public MonteCarloNode<TState, TAction> Root { get; }
}
