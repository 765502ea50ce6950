namespace Prudence.Planning.Grounding.Reachability;

/// <summary>
/// An order in which to satisfy the body of a rule, and the state of running through its solutions by backtracking.
/// Not to be run inside itself.
/// </summary>
internal sealed class JoinPlan
{
    private readonly JoinStep entry;
    private readonly JoinStep[] steps;
    private readonly int cut;
    private readonly int[] values;
    private readonly int[] places;
    private int depth;
    private int trigger;

    /// <summary>Wraps a finished plan.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="entry">What the triggering tuple binds, or only filters if there is none.</param>
    /// <param name="steps">The levels of the join.</param>
    /// <param name="cut">The level from which on no variable of a head gets its value: one solution below it is enough.</param>
    public JoinPlan(JoinRule rule, JoinStep entry, JoinStep[] steps, int cut)
    {
        Rule = rule;
        this.entry = entry;
        this.steps = steps;
        this.cut = cut;
        values = (int[])rule.Values.Clone();
        places = new int[steps.Length];
    }

    public JoinRule Rule { get; }

    /// <summary>The value of each slot of the rule in the current solution.</summary>
    public int[] Values => values;

    /// <summary>Goes to the first solution with a given tuple at the triggering literal (-1 where there is none); false if there is none.</summary>
    public bool Start(int triggeringTuple)
    {
        trigger = triggeringTuple;
        var isOpen = entry.Relation is null
            ? entry.PassesFilters(values, trigger)
            : entry.TryBind(values, triggeringTuple, trigger);
        if (!isOpen)
        {
            return false;
        }

        if (steps.Length == 0)
        {
            return true;
        }

        depth = 0;
        Open();
        return Search();
    }

    /// <summary>Goes to the next solution that differs in the variables of the heads; false if there is none.</summary>
    public bool MoveNext()
    {
        depth = cut - 1;
        return Search();
    }

    private bool Search()
    {
        while (depth >= 0)
        {
            if (!Advance())
            {
                depth--;
            }
            else if (depth == steps.Length - 1)
            {
                return true;
            }
            else
            {
                depth++;
                Open();
            }
        }

        return false;
    }

    private void Open()
    {
        var step = steps[depth];
        places[depth] = step.Index is null ? 0 : step.Index.First(values, step.KeySlots);
    }

    private bool Advance()
    {
        var step = steps[depth];
        if (step.Index is not null)
        {
            return AdvanceInChain(step);
        }

        return step.Relation is null ? AdvanceInDomain(step) : AdvanceInScan(step);
    }

    private bool AdvanceInChain(JoinStep step)
    {
        var id = places[depth];
        while (id >= 0)
        {
            var next = step.Index!.Next(id);
            if (step.TryBind(values, id, trigger))
            {
                places[depth] = next;
                return true;
            }

            id = next;
        }

        places[depth] = -1;
        return false;
    }

    private bool AdvanceInScan(JoinStep step)
    {
        var active = step.Relation!.Active;
        for (var id = places[depth]; id < active; id++)
        {
            if (step.TryBind(values, id, trigger))
            {
                places[depth] = id + 1;
                return true;
            }
        }

        places[depth] = active;
        return false;
    }

    private bool AdvanceInDomain(JoinStep step)
    {
        var objects = step.Objects;
        for (var place = places[depth]; place < objects.Length; place++)
        {
            values[step.ObjectSlot] = objects[place];
            if (step.PassesFilters(values, trigger))
            {
                places[depth] = place + 1;
                return true;
            }
        }

        places[depth] = objects.Length;
        return false;
    }
}
