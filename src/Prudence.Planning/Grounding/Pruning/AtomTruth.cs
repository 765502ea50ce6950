namespace Prudence.Planning.Grounding.Pruning;

/// <summary>What is known about the truth of an atom in all reachable states.</summary>
internal enum AtomTruth : byte
{
    /// <summary>It may be true or false.</summary>
    Open,

    /// <summary>It is always true.</summary>
    AlwaysTrue,

    /// <summary>It is never true.</summary>
    AlwaysFalse,
}
