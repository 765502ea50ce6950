namespace Prudence.Planning.Grounding.Reachability;

/// <summary>One level of a join: gives values to variables from the tuples of a relation or from a domain, then tests them.</summary>
internal sealed class JoinStep
{
    /// <summary>The relation matched, or null where one variable runs through its domain.</summary>
    public Relation? Relation { get; init; }

    /// <summary>How matching tuples are found, or null to try all.</summary>
    public TupleIndex? Index { get; init; }

    /// <summary>The slots with the key of <see cref="Index"/>.</summary>
    public int[] KeySlots { get; init; } = [];

    /// <summary>The objects to try where there is no relation.</summary>
    public int[] Objects { get; init; } = [];

    /// <summary>The variable that runs through <see cref="Objects"/>.</summary>
    public int ObjectSlot { get; init; }

    /// <summary>The positions of the tuple that give variables their values.</summary>
    public int[] BoundPositions { get; init; } = [];

    /// <summary>Those variables.</summary>
    public int[] BoundSlots { get; init; } = [];

    /// <summary>The domain to test each value against, or null where the relation cannot hold others.</summary>
    public ObjectSet?[] BoundDomains { get; init; } = [];

    /// <summary>Positions that must equal a slot that has its value already, after binding.</summary>
    public int[] EqualPositions { get; init; } = [];

    /// <summary>Those slots.</summary>
    public int[] EqualSlots { get; init; } = [];

    /// <summary>The slot that receives the tuple's number, or -1.</summary>
    public int IdSlot { get; init; } = -1;

    /// <summary>True if the tuple that started the join must not be matched here, because it was at an earlier literal.</summary>
    public bool ExcludesTrigger { get; init; }

    /// <summary>The tests that become possible at this level.</summary>
    public JoinFilter[] Filters { get; set; } = [];

    /// <summary>Takes the values from a tuple; false if they do not fit.</summary>
    public bool TryBind(int[] values, int id, int trigger)
    {
        if (ExcludesTrigger && id == trigger)
        {
            return false;
        }

        var items = Relation!.Tuples.Items;
        var start = id * Relation.Tuples.Arity;
        var bound = BoundPositions;
        for (var i = 0; i < bound.Length; i++)
        {
            var item = items[start + bound[i]];
            if (BoundDomains[i] is { } domain && !domain.Contains(item))
            {
                return false;
            }

            values[BoundSlots[i]] = item;
        }

        var equal = EqualPositions;
        for (var i = 0; i < equal.Length; i++)
        {
            if (items[start + equal[i]] != values[EqualSlots[i]])
            {
                return false;
            }
        }

        if (IdSlot >= 0)
        {
            values[IdSlot] = id;
        }

        return PassesFilters(values, trigger);
    }

    public bool PassesFilters(int[] values, int trigger)
    {
        foreach (var filter in Filters)
        {
            if (!filter.Passes(values, trigger))
            {
                return false;
            }
        }

        return true;
    }
}
