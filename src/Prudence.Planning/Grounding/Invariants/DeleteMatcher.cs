namespace Prudence.Planning.Grounding.Invariants;

/// <summary>Finds out whether an atom known to hold is surely deleted, by matching delete effects and their conditions with what is known.</summary>
internal sealed class DeleteMatcher(Situation situation)
{
    private const int Unbound = int.MinValue;

    private SchemaEffect effect = null!;
    private int caseParameters;
    private int[] bindings = [];

    /// <summary>Whether some delete effect of the schema surely happens to the atom.</summary>
    public bool IsDeleted(LiftedAtom atom, SchemaCase schema)
    {
        caseParameters = schema.ParameterTypes.Length;
        foreach (var delete in schema.Deletes)
        {
            if (delete.Atom.Predicate != atom.Predicate)
            {
                continue;
            }

            effect = delete;
            bindings = new int[delete.ParameterTypes.Length];
            Array.Fill(bindings, Unbound);
            if (Bind(delete.Atom, atom) && PositiveHold(0))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Binds the effect's own parameters so that the pattern becomes the atom.</summary>
    private bool Bind(LiftedAtom pattern, LiftedAtom atom)
    {
        for (var i = 0; i < pattern.Arguments.Length; i++)
        {
            if (!Bind(pattern.Arguments[i], atom.Arguments[i]))
            {
                return false;
            }
        }

        return true;
    }

    private bool Bind(int term, int value)
    {
        if (term < caseParameters)
        {
            return situation.Classes.AreSame(term, value);
        }

        ref var bound = ref bindings[term - caseParameters];
        if (bound != Unbound)
        {
            return situation.Classes.AreSame(bound, value);
        }

        if (!situation.Classes.IsOfType(value, effect.ParameterTypes[term - caseParameters]))
        {
            return false;
        }

        bound = value;
        return true;
    }

    private bool PositiveHold(int index)
    {
        if (index == effect.Condition.Positive.Count)
        {
            return RestHolds();
        }

        var pattern = effect.Condition.Positive[index];
        for (var k = 0; k < situation.KnownCount; k++)
        {
            foreach (var atom in situation.Known(k).Positive)
            {
                if (atom.Predicate != pattern.Predicate)
                {
                    continue;
                }

                var before = (int[])bindings.Clone();
                if (Bind(pattern, atom) && PositiveHold(index + 1))
                {
                    return true;
                }

                bindings = before;
            }
        }

        return false;
    }

    private bool RestHolds()
    {
        if (Array.IndexOf(bindings, Unbound) >= 0)
        {
            return false;
        }

        var condition = effect.Condition;
        foreach (var negative in condition.Negative)
        {
            if (!situation.IsKnown(Ground(negative), 0, isNegated: true))
            {
                return false;
            }
        }

        for (var i = 0; i < condition.Equal.Count; i += 2)
        {
            if (!situation.Classes.AreSame(Value(condition.Equal[i]), Value(condition.Equal[i + 1])))
            {
                return false;
            }
        }

        for (var i = 0; i < condition.Unequal.Count; i += 2)
        {
            if (!situation.AreApart(Value(condition.Unequal[i]), Value(condition.Unequal[i + 1])))
            {
                return false;
            }
        }

        return true;
    }

    private LiftedAtom Ground(LiftedAtom pattern)
    {
        var arguments = new int[pattern.Arguments.Length];
        for (var i = 0; i < arguments.Length; i++)
        {
            arguments[i] = Value(pattern.Arguments[i]);
        }

        return new LiftedAtom(pattern.Predicate, arguments);
    }

    private int Value(int term) => term < caseParameters ? term : bindings[term - caseParameters];
}
