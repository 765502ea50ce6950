using Prudence.Planning.Tasks;

namespace Prudence.Planning.Grounding.Reachability;

/// <summary>
/// Orders the literals of a rule, given the one that starts the join: always next the literal with the fewest expected matches for the
/// variables bound so far, so that static and connected literals come before large and unconnected ones. Tests stand at the first level
/// where all their variables have values.
/// </summary>
internal sealed class JoinPlanner
{
    private readonly JoinRule rule;
    private readonly int trigger;
    private readonly bool[] isBound;
    private readonly bool[] isHead;
    private readonly List<int> openLiterals = [];
    private readonly List<(int[] Slots, JoinFilter Filter)> openFilters = [];
    private readonly List<JoinStep> steps = [];
    private int cut;

    private JoinPlanner(JoinRule rule, int trigger)
    {
        this.rule = rule;
        this.trigger = trigger;
        isBound = new bool[rule.Values.Length];
        isHead = new bool[rule.Values.Length];
        IntSequences.Mark(isBound, rule.VariableCount, isBound.Length - rule.VariableCount);
        foreach (var head in rule.Heads)
        {
            Mark(isHead, head.Slots);
        }
    }

    /// <summary>Plans the join of a rule.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="trigger">The literal of the body that a new tuple matches, or -1 to join without one.</param>
    /// <param name="boundSlots">Variables that have their values before the join starts.</param>
    public static JoinPlan Plan(JoinRule rule, int trigger, ReadOnlySpan<int> boundSlots = default)
    {
        var planner = new JoinPlanner(rule, trigger);
        foreach (var slot in boundSlots)
        {
            planner.isBound[slot] = true;
        }

        return planner.Plan();
    }

    private JoinPlan Plan()
    {
        CollectFilters();
        for (var i = 0; i < rule.Body.Length; i++)
        {
            if (i != trigger)
            {
                openLiterals.Add(i);
            }
        }

        var entry = trigger >= 0 ? Bind(rule.Body[trigger], null, [], excludesTrigger: false) : new JoinStep();
        entry.Filters = TakeFilters();
        while (openLiterals.Count > 0)
        {
            AddLiteral(CheapestLiteral());
        }

        Enumerate(ofHeads: true);
        Enumerate(ofHeads: false);
        return new JoinPlan(rule, entry, [.. steps], cut);
    }

    /// <summary>Lets the variables that no literal binds run through their domains.</summary>
    private void Enumerate(bool ofHeads)
    {
        for (var slot = 0; slot < rule.VariableCount; slot++)
        {
            if (!isBound[slot] && isHead[slot] == ofHeads)
            {
                isBound[slot] = true;
                steps.Add(new JoinStep { Objects = rule.Domains[slot]!.Objects, ObjectSlot = slot, Filters = TakeFilters() });
                cut = ofHeads ? steps.Count : cut;
            }
        }
    }

    private void CollectFilters()
    {
        for (var i = 0; i < rule.Unequal.Length; i += 2)
        {
            openFilters.Add(([rule.Unequal[i], rule.Unequal[i + 1]], JoinFilter.Differ(rule.Unequal[i], rule.Unequal[i + 1])));
        }

        foreach (var literal in rule.Excluded)
        {
            openFilters.Add((literal.Slots, JoinFilter.HoldsNot(literal)));
        }
    }

    /// <summary>The tests, and literals without open variables, that can be made now.</summary>
    private JoinFilter[] TakeFilters()
    {
        var taken = new List<JoinFilter>();
        for (var i = 0; i < openFilters.Count; i++)
        {
            if (AllBound(openFilters[i].Slots))
            {
                taken.Add(openFilters[i].Filter);
                openFilters.RemoveAt(i--);
            }
        }

        for (var i = 0; i < openLiterals.Count; i++)
        {
            var literal = rule.Body[openLiterals[i]];
            if (literal.IdSlot < 0 && AllBound(literal.Slots))
            {
                literal.Relation.IsScanned = true;
                taken.Add(JoinFilter.Holds(literal, ExcludesTrigger(openLiterals[i])));
                openLiterals.RemoveAt(i--);
            }
        }

        return [.. taken];
    }

    private int CheapestLiteral()
    {
        var best = -1;
        var bestCost = double.PositiveInfinity;
        foreach (var candidate in openLiterals)
        {
            var cost = rule.Body[candidate].Relation.EstimateMatches(BoundPositions(rule.Body[candidate]));
            if (cost < bestCost)
            {
                best = candidate;
                bestCost = cost;
            }
        }

        return best < 0 ? openLiterals[0] : best;
    }

    private void AddLiteral(int number)
    {
        openLiterals.Remove(number);
        var literal = rule.Body[number];
        var key = BoundPositions(literal);
        if (key.Length == 0)
        {
            literal.Relation.IsScanned = true;
        }

        var bindsHead = false;
        foreach (var slot in literal.Slots)
        {
            bindsHead |= isHead[slot] && !isBound[slot];
        }

        bindsHead |= literal.IdSlot >= 0 && isHead[literal.IdSlot];
        var index = key.Length == 0 ? null : literal.Relation.IndexOn(key);
        var step = Bind(literal, index, key, ExcludesTrigger(number));
        step.Filters = TakeFilters();
        steps.Add(step);
        cut = bindsHead ? steps.Count : cut;
    }

    private JoinStep Bind(JoinLiteral literal, TupleIndex? index, int[] key, bool excludesTrigger)
    {
        var keySlots = new int[key.Length];
        for (var i = 0; i < key.Length; i++)
        {
            keySlots[i] = literal.Slots[key[i]];
        }

        List<int> boundPositions = [], boundSlots = [], equalPositions = [], equalSlots = [];
        List<ObjectSet?> domains = [];
        for (var position = 0; position < literal.Slots.Length; position++)
        {
            var slot = literal.Slots[position];
            if (!isBound[slot])
            {
                isBound[slot] = true;
                boundPositions.Add(position);
                boundSlots.Add(slot);
                var domain = rule.Domains[slot];
                domains.Add(domain is null || domain.ContainsAll(literal.Relation.ColumnObjects[position]) ? null : domain);
            }
            else if (!IntSequences.Contains(key, position))
            {
                equalPositions.Add(position);
                equalSlots.Add(slot);
            }
        }

        if (literal.IdSlot >= 0)
        {
            isBound[literal.IdSlot] = true;
        }

        return new JoinStep
        {
            Relation = literal.Relation,
            Index = index,
            KeySlots = keySlots,
            BoundPositions = [.. boundPositions],
            BoundSlots = [.. boundSlots],
            BoundDomains = [.. domains],
            EqualPositions = [.. equalPositions],
            EqualSlots = [.. equalSlots],
            IdSlot = literal.IdSlot,
            ExcludesTrigger = excludesTrigger,
        };
    }

    /// <summary>A solution with one tuple at several literals is to be found once: from the first of them.</summary>
    private bool ExcludesTrigger(int literal) =>
        trigger >= 0 && literal < trigger && rule.Body[literal].Relation == rule.Body[trigger].Relation;

    private int[] BoundPositions(JoinLiteral literal)
    {
        var positions = new List<int>(literal.Slots.Length);
        for (var i = 0; i < literal.Slots.Length; i++)
        {
            if (isBound[literal.Slots[i]])
            {
                positions.Add(i);
            }
        }

        return [.. positions];
    }

    private bool AllBound(int[] slots)
    {
        foreach (var slot in slots)
        {
            if (!isBound[slot])
            {
                return false;
            }
        }

        return true;
    }

    private static void Mark(bool[] marks, int[] slots)
    {
        foreach (var slot in slots)
        {
            marks[slot] = true;
        }
    }
}
