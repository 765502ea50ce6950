using Prudence.Planning.Tasks;

namespace Prudence.Planning.Grounding.Instantiation;

/// <summary>
/// Writes the effects of an operator in simplest form: conditions lose what the precondition says, effects that cannot happen or change
/// nothing vanish, an add cancels the deletes of its atom that happen no more often, and deletes come before adds.
/// </summary>
internal sealed class EffectSimplifier(OperatorStore store)
{
    private readonly EffectList kept = new();
    private readonly IntBuffer order = new();
    private readonly IntBuffer sortKeys = new();
    private int[] marks = [];
    private int stamp;
    private bool[] isDropped = new bool[16];

    /// <summary>Writes the operator, unless it has no effects.</summary>
    /// <param name="schema">Its schema.</param>
    /// <param name="instance">Which instance of the schema it is.</param>
    /// <param name="precondition">Its precondition, sorted.</param>
    /// <param name="effects">Its effects; conditions are sorted.</param>
    /// <param name="atomCount">The number of atoms so far.</param>
    public void Write(int schema, int instance, ReadOnlySpan<int> precondition, EffectList effects, int atomCount)
    {
        Mark(precondition, atomCount);
        kept.Clear();
        for (var i = 0; i < effects.Count; i++)
        {
            ReduceCondition(effects.Literals[i], effects.Conditions[i]);
        }

        Sort();
        for (var start = 0; start < order.Count;)
        {
            var end = start + 1;
            while (end < order.Count && sortKeys[end] >> 1 == sortKeys[start] >> 1)
            {
                end++;
            }

            Resolve(order.Span[start..end]);
            start = end;
        }

        var before = store.EffectLiterals.Count;
        Emit(isDelete: true);
        Emit(isDelete: false);
        if (store.EffectLiterals.Count > before)
        {
            store.Add(schema, instance, precondition);
        }
    }

    /// <summary>Remembers which literals the precondition makes true: two marks per atom, one for each sign.</summary>
    private void Mark(ReadOnlySpan<int> precondition, int atomCount)
    {
        if (marks.Length < 2 * atomCount)
        {
            Array.Resize(ref marks, Math.Max(2 * atomCount, marks.Length * 2));
        }

        stamp++;
        foreach (var literal in precondition)
        {
            marks[Place(literal)] = stamp;
        }
    }

    private static int Place(int literal) => literal < 0 ? (2 * ~literal) + 1 : 2 * literal;

    private bool IsSure(int literal) => marks[Place(literal)] == stamp;

    private void ReduceCondition(int effect, ReadOnlySpan<int> condition)
    {
        foreach (var literal in condition)
        {
            if (IsSure(~literal))
            {
                kept.Conditions.DropOpenList();
                return;
            }

            if (!IsSure(literal))
            {
                kept.Conditions.Add(literal);
            }
        }

        kept.Conditions.EndList();
        kept.Literals.Add(effect);
    }

    /// <summary>Orders the effects by atom, deletes after adds.</summary>
    private void Sort()
    {
        order.Truncate(0);
        sortKeys.Truncate(0);
        for (var i = 0; i < kept.Count; i++)
        {
            order.Add(i);
            sortKeys.Add(Place(kept.Literals[i]));
        }

        if (kept.Count > isDropped.Length)
        {
            isDropped = new bool[kept.Count * 2];
        }

        Array.Clear(isDropped, 0, kept.Count);
        if (kept.Count > 16)
        {
            sortKeys.Span.Sort(order.Span);
            return;
        }

        for (var i = 1; i < kept.Count; i++)
        {
            var (item, key, place) = (order[i], sortKeys[i], i);
            while (place > 0 && sortKeys[place - 1] > key)
            {
                order[place] = order[place - 1];
                sortKeys[place] = sortKeys[place - 1];
                place--;
            }

            order[place] = item;
            sortKeys[place] = key;
        }
    }

    /// <summary>Decides which effects on one atom are needed.</summary>
    private void Resolve(ReadOnlySpan<int> effects)
    {
        var hasDelete = false;
        foreach (var effect in effects)
        {
            var literal = kept.Literals[effect];
            var isDelete = literal < 0;
            isDropped[effect] = (isDelete && Holds(literal, effect)) || IsCovered(effect, effects, isDelete);
            hasDelete |= isDelete && !isDropped[effect];
        }

        if (hasDelete)
        {
            return;
        }

        foreach (var effect in effects)
        {
            isDropped[effect] |= kept.Literals[effect] >= 0 && Holds(kept.Literals[effect], effect);
        }
    }

    /// <summary>True if the literal holds already whenever the effect happens.</summary>
    private bool Holds(int literal, int effect) => IsSure(literal) || IntSequences.Contains(kept.Conditions[effect], literal);

    /// <summary>True if another effect that is kept makes this one needless: the same one, or for a delete also an add, happens at least as often.</summary>
    private bool IsCovered(int effect, ReadOnlySpan<int> effects, bool isDelete)
    {
        foreach (var other in effects)
        {
            if (other == effect || isDropped[other] || (!isDelete && kept.Literals[other] < 0))
            {
                continue;
            }

            var condition = kept.Conditions[other];
            if (LiteralSets.IsSubset(condition, kept.Conditions[effect]))
            {
                return true;
            }
        }

        return false;
    }

    private void Emit(bool isDelete)
    {
        for (var i = 0; i < order.Count; i++)
        {
            var effect = order[i];
            if (!isDropped[effect] && kept.Literals[effect] < 0 == isDelete)
            {
                store.EffectLiterals.Add(kept.Literals[effect]);
                store.EffectConditions.AddList(kept.Conditions[effect]);
            }
        }
    }
}
