namespace Prudence.Search;

/// <summary>One thing that can be done in a state.</summary>
/// <param name="Action">What is done.</param>
/// <param name="State">Where it leads.</param>
/// <param name="Cost">What it costs, at least 0 and finite. Costs along a path add up.</param>
/// <param name="Prior">How promising it is before any evaluation, relative to its siblings; only Monte Carlo tree search with priors looks at it.</param>
public readonly record struct Successor<TState, TAction>(TAction Action, TState State, double Cost = 1, double Prior = 1);
