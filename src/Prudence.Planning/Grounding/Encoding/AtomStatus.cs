namespace Prudence.Planning.Grounding.Encoding;

/// <summary>What is known about an atom before variables are formed.</summary>
internal enum AtomStatus : byte
{
    /// <summary>It may change, and nothing is known to make it irrelevant.</summary>
    Open,

    /// <summary>It holds in every reachable state.</summary>
    True,

    /// <summary>It holds in no reachable state.</summary>
    False,

    /// <summary>The goal does not depend on it.</summary>
    Irrelevant,
}
