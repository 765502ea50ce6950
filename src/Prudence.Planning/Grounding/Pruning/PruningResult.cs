namespace Prudence.Planning.Grounding.Pruning;

/// <summary>What pruning found.</summary>
/// <param name="Truth">What is known about each atom.</param>
/// <param name="IsOperatorDead">Which operators never apply.</param>
/// <param name="IsEffectDead">Which effects never happen.</param>
/// <param name="IsRuleDead">Which rules never fire.</param>
internal sealed record PruningResult(AtomTruth[] Truth, bool[] IsOperatorDead, bool[] IsEffectDead, bool[] IsRuleDead);
