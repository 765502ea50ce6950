namespace Prudence.Planning.Heuristics.ContextEnhanced;

/// <summary>The domain transition graph of one variable, and the variables that its transitions ask for.</summary>
/// <param name="Parents">The variables that occur in conditions, in ascending order.</param>
/// <param name="Starts">Where the transitions from each value begin; one more entry than there are values.</param>
/// <param name="Transitions">The transitions, by the value they leave.</param>
internal sealed record LocalTransitions(int[] Parents, int[] Starts, LocalTransition[] Transitions);
