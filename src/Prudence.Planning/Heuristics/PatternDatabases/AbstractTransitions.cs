using Prudence.Planning.Tasks;

namespace Prudence.Planning.Heuristics.PatternDatabases;

/// <summary>
/// The projection of a task to a pattern, as a graph. Transitions are grouped by the state they lead to; those that change nothing are left out.
/// A label stands for all operators that do the same in the projection.
/// </summary>
/// <param name="Pattern">The pattern.</param>
/// <param name="Goals">The abstract goal states.</param>
/// <param name="Starts">Where the transitions into each state begin; one more entry than there are states.</param>
/// <param name="Sources">Where each transition comes from.</param>
/// <param name="Labels">The label of each transition.</param>
/// <param name="Operators">The operators of each label.</param>
internal sealed record AbstractTransitions(Pattern Pattern, int[] Goals, int[] Starts, int[] Sources, int[] Labels, IntLists Operators);
