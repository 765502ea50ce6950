namespace Prudence.Planning.Grounding.Reachability;

/// <summary>A test on slots that all have values.</summary>
internal sealed class JoinFilter
{
    private readonly Relation? relation;
    private readonly int[] slots;
    private readonly bool isNegated;
    private readonly bool excludesTrigger;
    private readonly int[] tuple;

    private JoinFilter(Relation? relation, int[] slots, bool isNegated, bool excludesTrigger)
    {
        this.relation = relation;
        this.slots = slots;
        this.isNegated = isNegated;
        this.excludesTrigger = excludesTrigger;
        tuple = new int[slots.Length];
    }

    /// <summary>The literal holds, by another tuple than the one that started the join if <paramref name="excludesTrigger"/>.</summary>
    public static JoinFilter Holds(JoinLiteral literal, bool excludesTrigger) =>
        new(literal.Relation, literal.Slots, isNegated: false, excludesTrigger);

    /// <summary>The literal does not hold.</summary>
    public static JoinFilter HoldsNot(JoinLiteral literal) =>
        new(literal.Relation, literal.Slots, isNegated: true, excludesTrigger: false);

    /// <summary>Two slots have different values.</summary>
    public static JoinFilter Differ(int left, int right) => new(null, [left, right], isNegated: true, excludesTrigger: false);

    public bool Passes(int[] values, int trigger)
    {
        if (relation is null)
        {
            return values[slots[0]] != values[slots[1]];
        }

        for (var i = 0; i < slots.Length; i++)
        {
            tuple[i] = values[slots[i]];
        }

        return relation.Contains(tuple, excludesTrigger ? trigger : -1) != isNegated;
    }
}
