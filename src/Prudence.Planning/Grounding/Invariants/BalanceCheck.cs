namespace Prudence.Planning.Grounding.Invariants;

/// <summary>
/// Decides whether no action can raise the number of true atoms of any instance of a candidate above one
/// (Helmert 2009, section 5.2). Every doubt counts against the candidate.
/// </summary>
internal sealed class BalanceCheck
{
    private readonly SchemaCase[] cases;
    private readonly Situation situation;
    private readonly DeleteMatcher matcher;

    public BalanceCheck(LiftedTask task)
    {
        cases = SchemaCases.Of(task);
        situation = new Situation(new TypeRelations(task.ObjectsByType));
        matcher = new DeleteMatcher(situation);
    }

    /// <summary>How many situations were looked at so far: a measure of work that does not depend on the clock.</summary>
    public long Work { get; private set; }

    /// <summary>Whether the candidate is an invariant; if it only lacks parts, refined candidates go to <paramref name="refined"/>.</summary>
    public bool Holds(InvariantCandidate candidate, List<InvariantCandidate> refined)
    {
        foreach (var schema in cases)
        {
            if (IsTooHeavy(schema, candidate))
            {
                return false;
            }
        }

        var isReliable = true;
        foreach (var schema in cases)
        {
            foreach (var add in schema.Adds)
            {
                if (candidate.PartOf(add.Atom.Predicate) is not { } part)
                {
                    continue;
                }

                switch (CheckAdd(schema, add, candidate, part))
                {
                    case Balance.None:
                        Refine(schema, add, candidate, part, refined);
                        return false;
                    case Balance.Unreliable:
                        isReliable = false;
                        break;
                }
            }
        }

        return isReliable;
    }

    private static int[] InstanceOf(LiftedAtom atom, InvariantPart part)
    {
        var instance = new int[part.Positions.Length];
        for (var p = 0; p < instance.Length; p++)
        {
            instance[p] = atom.Arguments[part.Positions[p]];
        }

        return instance;
    }

    /// <summary>Whether an application may make two atoms of one instance true that were not.</summary>
    private bool IsTooHeavy(SchemaCase schema, InvariantCandidate candidate)
    {
        var adds = schema.Adds;
        for (var i = 0; i < adds.Length; i++)
        {
            if (candidate.PartOf(adds[i].Atom.Predicate) is not { } firstPart)
            {
                continue;
            }

            for (var j = adds[i].ParameterTypes.Length > 0 ? i : i + 1; j < adds.Length; j++)
            {
                if (candidate.PartOf(adds[j].Atom.Predicate) is { } secondPart
                    && MayAddBoth(schema, adds[i], firstPart, adds[j], secondPart, candidate))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private bool MayAddBoth(
        SchemaCase schema, SchemaEffect first, InvariantPart firstPart, SchemaEffect second, InvariantPart secondPart, InvariantCandidate candidate)
    {
        Work++;
        var shift = situation.Assume(schema, first, second);
        var instance = InstanceOf(first.Atom, firstPart);
        for (var p = 0; p < instance.Length; p++)
        {
            situation.Classes.Unify(instance[p], situation.Shifted(second.Atom.Arguments[secondPart.Positions[p]], shift));
        }

        return !situation.AreSame(first.Atom, 0, second.Atom, shift)
            && !situation.IsKnown(first.Atom, 0, isNegated: false)
            && !situation.IsKnown(second.Atom, shift, isNegated: false)
            && situation.IsPossible()
            && !situation.ForcesTwo(candidate, instance);
    }

    /// <summary>Whether the end of another atom of the instance comes with each new one.</summary>
    private Balance CheckAdd(SchemaCase schema, SchemaEffect add, InvariantCandidate candidate, InvariantPart part)
    {
        Work++;
        situation.Assume(schema, add);
        var instance = InstanceOf(add.Atom, part);
        if (!situation.IsPossible() || situation.IsKnown(add.Atom, 0, isNegated: false) || situation.ForcesTwo(candidate, instance))
        {
            return Balance.Certain;
        }

        List<LiftedAtom> ending = [];
        for (var k = 0; k < situation.KnownCount; k++)
        {
            foreach (var atom in situation.Known(k).Positive)
            {
                if (candidate.PartOf(atom.Predicate) is { } covering && situation.IsCovered(atom, 0, covering, instance)
                    && matcher.IsDeleted(atom, schema))
                {
                    ending.Add(atom);
                }
            }
        }

        foreach (var atom in ending)
        {
            if (!MayBeRestored(schema, add, candidate, instance, atom))
            {
                return Balance.Certain;
            }
        }

        return ending.Count > 0 ? Balance.Unreliable : Balance.None;
    }

    /// <summary>Whether the deleted atom may be added again where the new one is added: adds win.</summary>
    private bool MayBeRestored(SchemaCase schema, SchemaEffect add, InvariantCandidate candidate, int[] instance, LiftedAtom deleted)
    {
        foreach (var other in schema.Adds)
        {
            if (other.Atom.Predicate != deleted.Predicate)
            {
                continue;
            }

            Work++;
            var shift = situation.Assume(schema, add, other);
            for (var i = 0; i < deleted.Arguments.Length; i++)
            {
                situation.Classes.Unify(deleted.Arguments[i], situation.Shifted(other.Atom.Arguments[i], shift));
            }

            if (!situation.IsKnown(add.Atom, 0, isNegated: false) && situation.IsPossible() && !situation.ForcesTwo(candidate, instance))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Adds every part under which some atom that surely ends would balance the new one.</summary>
    private void Refine(SchemaCase schema, SchemaEffect add, InvariantCandidate candidate, InvariantPart part, List<InvariantCandidate> refined)
    {
        situation.Assume(schema, add);
        var instance = InstanceOf(add.Atom, part);
        for (var k = 0; k < situation.KnownCount; k++)
        {
            foreach (var atom in situation.Known(k).Positive)
            {
                var missing = atom.Arguments.Length - instance.Length;
                if (missing is not (0 or 1) || candidate.PartOf(atom.Predicate) is not null || !matcher.IsDeleted(atom, schema))
                {
                    continue;
                }

                for (var counted = missing == 0 ? -1 : 0; counted < (missing == 0 ? 0 : atom.Arguments.Length); counted++)
                {
                    Place(candidate, atom, counted, instance, new int[instance.Length], 0, refined);
                }
            }
        }
    }

    /// <summary>Tries all ways to find the parameters of the instance among the arguments of an atom.</summary>
    private void Place(
        InvariantCandidate candidate, LiftedAtom atom, int counted, int[] instance, int[] positions, int parameter, List<InvariantCandidate> refined)
    {
        if (parameter == instance.Length)
        {
            refined.Add(candidate.With(new InvariantPart(atom.Predicate, (int[])positions.Clone(), counted)));
            return;
        }

        for (var position = 0; position < atom.Arguments.Length; position++)
        {
            if (position != counted && Array.IndexOf(positions, position, 0, parameter) < 0
                && situation.Classes.AreSame(atom.Arguments[position], instance[parameter]))
            {
                positions[parameter] = position;
                Place(candidate, atom, counted, instance, positions, parameter + 1, refined);
            }
        }
    }

    private enum Balance
    {
        /// <summary>Nothing ends when the new atom begins.</summary>
        None,

        /// <summary>Something ends, but for some objects it may begin again at once.</summary>
        Unreliable,

        /// <summary>The number of true atoms does not grow.</summary>
        Certain,
    }
}
