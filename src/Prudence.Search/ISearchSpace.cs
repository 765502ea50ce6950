namespace Prudence.Search;

/// <summary>
/// What a search walks through: where it begins, what can be done in a state, where it wants to go. A state may be anything that does not
/// change: a puzzle, a list of tool calls made so far, a text. What depends on the way to a state belongs into the state.
/// </summary>
/// <typeparam name="TState">States; immutable.</typeparam>
/// <typeparam name="TAction">What leads from a state to the next.</typeparam>
public interface ISearchSpace<TState, TAction>
    where TState : notnull
{
    /// <summary>Where the search begins.</summary>
    TState InitialState { get; }

    /// <summary>
    /// When two states are the same, so that only the cheaper way to them is kept. Null searches a tree: then every way counts as a state of its own.
    /// </summary>
    IEqualityComparer<TState>? StateComparer => EqualityComparer<TState>.Default;

    /// <summary>True for a state the search may end in.</summary>
    bool IsGoal(TState state);

    /// <summary>
    /// All that can be done in a state and where it leads, in a reproducible order. May take long, for example ask a model;
    /// <paramref name="cancellation"/> is raised when the budget ends or the caller gives up.
    /// </summary>
    ValueTask<IReadOnlyList<Successor<TState, TAction>>> ExpandAsync(TState state, CancellationToken cancellation);
}
