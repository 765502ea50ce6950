namespace Prudence.Planning.Grounding.Reachability;

/// <summary>
/// A rule of the relaxed task: the heads hold of all values of the variables that lie in their domains and satisfy the body.
/// Variables and constants live in slots; the slots from <see cref="VariableCount"/> on are constants.
/// </summary>
internal sealed class JoinRule
{
    public required int VariableCount { get; init; }

    /// <summary>The domain of each variable; null for one that is not an object.</summary>
    public required ObjectSet?[] Domains { get; init; }

    /// <summary>One value per slot; those of the constants are set.</summary>
    public required int[] Values { get; init; }

    /// <summary>What must hold.</summary>
    public required JoinLiteral[] Body { get; init; }

    /// <summary>Static atoms that must not hold.</summary>
    public required JoinLiteral[] Excluded { get; init; }

    /// <summary>Pairs of slots that must differ, two entries each.</summary>
    public required int[] Unequal { get; init; }

    /// <summary>What follows. If the first one is known already, so are the others.</summary>
    public required JoinLiteral[] Heads { get; init; }
}
