namespace Prudence.Planning.Grounding.Reachability;

/// <summary>Numbers the variables and constants that a rule really uses.</summary>
internal sealed class SlotAssignment(ObjectSet?[] domains)
{
    private readonly int[] slotOfVariable = new int[domains.Length];
    private readonly List<ObjectSet?> slotDomains = [];
    private readonly List<int> constants = [];

    /// <summary>Makes the rule from literals whose slots still hold terms: variables, or objects as their complement.</summary>
    public JoinRule Number(
        List<JoinLiteral> body, List<JoinLiteral> excluded, List<(int Left, int Right)> unequal, List<JoinLiteral> heads)
    {
        for (var i = 0; i < slotOfVariable.Length; i++)
        {
            slotOfVariable[i] = -1;
        }

        List<JoinLiteral>[] all = [heads, body, excluded];
        foreach (var literals in all)
        {
            foreach (var literal in literals)
            {
                AddVariables(literal.Slots);
                AddVariables([literal.IdSlot]);
            }
        }

        foreach (var (left, right) in unequal)
        {
            AddVariables([left, right]);
        }

        var differing = new int[unequal.Count * 2];
        for (var i = 0; i < unequal.Count; i++)
        {
            differing[2 * i] = slotOfVariable[unequal[i].Left];
            differing[(2 * i) + 1] = slotOfVariable[unequal[i].Right];
        }

        var (numberedBody, numberedExcluded, numberedHeads) = (Number(body), Number(excluded), Number(heads));
        var values = new int[slotDomains.Count + constants.Count];
        constants.CopyTo(values, slotDomains.Count);
        return new JoinRule
        {
            VariableCount = slotDomains.Count,
            Domains = [.. slotDomains],
            Values = values,
            Body = numberedBody,
            Excluded = numberedExcluded,
            Unequal = differing,
            Heads = numberedHeads,
        };
    }

    private void AddVariables(ReadOnlySpan<int> terms)
    {
        foreach (var term in terms)
        {
            if (term >= 0 && slotOfVariable[term] < 0)
            {
                slotOfVariable[term] = slotDomains.Count;
                slotDomains.Add(domains[term]);
            }
        }
    }

    private JoinLiteral[] Number(List<JoinLiteral> literals)
    {
        var numbered = new JoinLiteral[literals.Count];
        for (var i = 0; i < numbered.Length; i++)
        {
            var slots = new int[literals[i].Slots.Length];
            for (var j = 0; j < slots.Length; j++)
            {
                var term = literals[i].Slots[j];
                slots[j] = term >= 0 ? slotOfVariable[term] : ConstantSlot(~term);
            }

            var id = literals[i].IdSlot;
            numbered[i] = new JoinLiteral(literals[i].Relation, slots, id < 0 ? -1 : slotOfVariable[id]);
        }

        return numbered;
    }

    private int ConstantSlot(int item)
    {
        var known = constants.IndexOf(item);
        if (known < 0)
        {
            known = constants.Count;
            constants.Add(item);
        }

        return slotDomains.Count + known;
    }
}
