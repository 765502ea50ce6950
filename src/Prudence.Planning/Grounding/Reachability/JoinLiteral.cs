namespace Prudence.Planning.Grounding.Reachability;

/// <summary>A relation over slots of a rule. A slot holds one variable or constant.</summary>
/// <param name="Relation">The relation.</param>
/// <param name="Slots">The slot at each position.</param>
/// <param name="IdSlot">The slot that receives the number of the matching tuple, or -1.</param>
internal sealed record JoinLiteral(Relation Relation, int[] Slots, int IdSlot = -1);
