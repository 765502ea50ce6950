namespace Prudence.Search;

/// <summary>Makes search spaces from functions.</summary>
public static class SearchSpace
{
    /// <summary>A space whose successors are computed at once.</summary>
    /// <param name="initialState">Where the search begins.</param>
    /// <param name="successors">All that can be done in a state, in a reproducible order.</param>
    /// <param name="isGoal">True for a state the search may end in.</param>
    /// <param name="isTree">True if every way to a state counts as a state of its own.</param>
    public static ISearchSpace<TState, TAction> From<TState, TAction>(
        TState initialState,
        Func<TState, IReadOnlyList<Successor<TState, TAction>>> successors,
        Func<TState, bool> isGoal,
        bool isTree = false)
        where TState : notnull
    {
        ArgumentNullException.ThrowIfNull(successors);
        ArgumentNullException.ThrowIfNull(isGoal);
        return new FunctionSpace<TState, TAction>(initialState, (state, _) => new(successors(state)), isGoal, isTree);
    }

    /// <summary>A space whose successors come from elsewhere, for example from a model.</summary>
    /// <inheritdoc cref="From{TState, TAction}(TState, Func{TState, IReadOnlyList{Successor{TState, TAction}}}, Func{TState, bool}, bool)"/>
    public static ISearchSpace<TState, TAction> From<TState, TAction>(
        TState initialState,
        Func<TState, CancellationToken, ValueTask<IReadOnlyList<Successor<TState, TAction>>>> successors,
        Func<TState, bool> isGoal,
        bool isTree = false)
        where TState : notnull
    {
        ArgumentNullException.ThrowIfNull(successors);
        ArgumentNullException.ThrowIfNull(isGoal);
        return new FunctionSpace<TState, TAction>(initialState, successors, isGoal, isTree);
    }

    private sealed class FunctionSpace<TState, TAction>(
        TState initialState,
        Func<TState, CancellationToken, ValueTask<IReadOnlyList<Successor<TState, TAction>>>> successors,
        Func<TState, bool> isGoal,
        bool isTree) : ISearchSpace<TState, TAction>
        where TState : notnull
    {
        public TState InitialState => initialState;

        public IEqualityComparer<TState>? StateComparer => isTree ? null : EqualityComparer<TState>.Default;

        public bool IsGoal(TState state) => isGoal(state);

        public ValueTask<IReadOnlyList<Successor<TState, TAction>>> ExpandAsync(TState state, CancellationToken cancellation) =>
            successors(state, cancellation);
    }
}
