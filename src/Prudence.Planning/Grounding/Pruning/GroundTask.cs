using Prudence.Planning.Grounding.Instantiation;

namespace Prudence.Planning.Grounding.Pruning;

/// <summary>The instantiated task on its way to a <see cref="PropositionalTask"/>.</summary>
internal sealed class GroundTask
{
    public required OperatorStore Operators { get; init; }

    public required RuleStore Rules { get; init; }

    /// <summary>The literals of the goal, or null if it is known to be out of reach.</summary>
    public required int[]? Goal { get; init; }

    /// <summary>Whether each atom holds at first.</summary>
    public required bool[] Initial { get; init; }

    /// <summary>Whether rules derive each atom.</summary>
    public required bool[] IsDerived { get; init; }

    public int AtomCount => Initial.Length;
}
