namespace Prudence.Planning.Grounding;

/// <summary>A predicate applied to terms (see <see cref="LiftedTask"/> for their numbering).</summary>
/// <param name="Predicate">The predicate's number.</param>
/// <param name="Arguments">The terms.</param>
public sealed record LiftedAtom(int Predicate, int[] Arguments);
