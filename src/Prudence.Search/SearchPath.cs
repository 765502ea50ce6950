namespace Prudence.Search;

/// <summary>A way through a search space.</summary>
/// <param name="InitialState">Where it begins.</param>
/// <param name="Steps">What is done, in order; empty if it ends where it begins.</param>
/// <param name="Cost">The sum of the costs of the steps.</param>
public sealed record SearchPath<TState, TAction>(TState InitialState, IReadOnlyList<SearchStep<TState, TAction>> Steps, double Cost)
{
    /// <summary>Where it ends.</summary>
    public TState FinalState => Steps.Count == 0 ? InitialState : Steps[^1].State;

    /// <summary>What is done, in order.</summary>
    public IEnumerable<TAction> Actions => Steps.Select(static step => step.Action);
}

/// <summary>One step of a path.</summary>
/// <param name="Action">What is done.</param>
/// <param name="State">Where it leads.</param>
/// <param name="Cost">What it costs.</param>
public readonly record struct SearchStep<TState, TAction>(TAction Action, TState State, double Cost);
