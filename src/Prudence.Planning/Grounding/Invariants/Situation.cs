namespace Prudence.Planning.Grounding.Invariants;

/// <summary>
/// What is known, with parameters still open, when an action is applied and one or two of its add effects happen.
/// Terms of the second effect are shifted so that its own parameters differ from those of the first.
/// </summary>
internal sealed class Situation(TypeRelations types)
{
    private readonly TermClasses classes = new(types);
    private readonly Conjunction[] known = new Conjunction[3];
    private readonly int[] shifts = new int[3];
    private int knownCount;
    private int caseParameters;

    /// <summary>Equalities known so far.</summary>
    public TermClasses Classes => classes;

    /// <summary>The situation in which one effect happens.</summary>
    public void Assume(SchemaCase schema, SchemaEffect effect)
    {
        classes.Reset(schema.ParameterTypes);
        classes.AddParameters(effect.ParameterTypes);
        Begin(schema);
        Learn(effect.Condition, 0);
    }

    /// <summary>The situation in which two effects happen, or one effect twice. Answers by how much terms of the second are shifted.</summary>
    public int Assume(SchemaCase schema, SchemaEffect first, SchemaEffect second)
    {
        classes.Reset(schema.ParameterTypes);
        classes.AddParameters(first.ParameterTypes);
        classes.AddParameters(second.ParameterTypes);
        Begin(schema);
        Learn(first.Condition, 0);
        Learn(second.Condition, first.ParameterTypes.Length);
        return first.ParameterTypes.Length;
    }

    /// <summary>A term of an effect as it is numbered here.</summary>
    public int Shifted(int term, int shift) => term >= caseParameters ? term + shift : term;

    /// <summary>False if no objects and no state fit what is known.</summary>
    public bool IsPossible()
    {
        if (!classes.IsConsistent())
        {
            return false;
        }

        for (var k = 0; k < knownCount; k++)
        {
            var unequal = known[k].Unequal;
            for (var i = 0; i < unequal.Count; i += 2)
            {
                if (classes.AreSame(Shifted(unequal[i], shifts[k]), Shifted(unequal[i + 1], shifts[k])))
                {
                    return false;
                }
            }
        }

        return !Contradicts();
    }

    /// <summary>
    /// Whether two different atoms of one instance of the candidate must hold here: then the instance was violated before,
    /// and the action need not be looked at.
    /// </summary>
    public bool ForcesTwo(InvariantCandidate candidate, int[] instance)
    {
        for (var k = 0; k < knownCount; k++)
        {
            foreach (var first in known[k].Positive)
            {
                if (candidate.PartOf(first.Predicate) is { } part && IsCovered(first, shifts[k], part, instance)
                    && OtherIsForced(candidate, instance, first, k, part))
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>Whether an atom surely belongs to an instance of a candidate.</summary>
    public bool IsCovered(LiftedAtom atom, int shift, InvariantPart part, int[] instance)
    {
        for (var p = 0; p < instance.Length; p++)
        {
            if (!classes.AreSame(Shifted(atom.Arguments[part.Positions[p]], shift), instance[p]))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>How many conjunctions are known to hold.</summary>
    public int KnownCount => knownCount;

    /// <summary>A conjunction known to hold.</summary>
    public Conjunction Known(int index) => known[index];

    /// <summary>Whether two atoms are surely the same ground atom.</summary>
    public bool AreSame(LiftedAtom first, int firstShift, LiftedAtom second, int secondShift)
    {
        if (first.Predicate != second.Predicate)
        {
            return false;
        }

        for (var i = 0; i < first.Arguments.Length; i++)
        {
            if (!classes.AreSame(Shifted(first.Arguments[i], firstShift), Shifted(second.Arguments[i], secondShift)))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether the atom is known to hold (or, if <paramref name="isNegated"/>, not to hold).</summary>
    public bool IsKnown(LiftedAtom atom, int shift, bool isNegated)
    {
        for (var k = 0; k < knownCount; k++)
        {
            foreach (var literal in isNegated ? known[k].Negative : known[k].Positive)
            {
                if (AreSame(literal, shifts[k], atom, shift))
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>Whether two terms surely denote different objects.</summary>
    public bool AreApart(int first, int second)
    {
        if (classes.AreApart(first, second))
        {
            return true;
        }

        for (var k = 0; k < knownCount; k++)
        {
            var unequal = known[k].Unequal;
            for (var i = 0; i < unequal.Count; i += 2)
            {
                var left = Shifted(unequal[i], shifts[k]);
                var right = Shifted(unequal[i + 1], shifts[k]);
                if ((classes.AreSame(left, first) && classes.AreSame(right, second))
                    || (classes.AreSame(left, second) && classes.AreSame(right, first)))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private void Begin(SchemaCase schema)
    {
        caseParameters = schema.ParameterTypes.Length;
        knownCount = 0;
        Learn(schema.Precondition, 0);
    }

    private void Learn(Conjunction conjunction, int shift)
    {
        known[knownCount] = conjunction;
        shifts[knownCount++] = shift;
        for (var i = 0; i < conjunction.Equal.Count; i += 2)
        {
            classes.Unify(Shifted(conjunction.Equal[i], shift), Shifted(conjunction.Equal[i + 1], shift));
        }
    }

    private bool Contradicts()
    {
        for (var k = 0; k < knownCount; k++)
        {
            foreach (var negative in known[k].Negative)
            {
                for (var j = 0; j < knownCount; j++)
                {
                    foreach (var positive in known[j].Positive)
                    {
                        if (AreSame(negative, shifts[k], positive, shifts[j]))
                        {
                            return true;
                        }
                    }
                }
            }
        }

        return false;
    }

    private bool OtherIsForced(InvariantCandidate candidate, int[] instance, LiftedAtom first, int firstKnown, InvariantPart firstPart)
    {
        for (var k = firstKnown; k < knownCount; k++)
        {
            foreach (var second in known[k].Positive)
            {
                if (candidate.PartOf(second.Predicate) is { } part && IsCovered(second, shifts[k], part, instance)
                    && (part != firstPart
                        || (part.Counted >= 0 && AreApart(
                            Shifted(first.Arguments[part.Counted], shifts[firstKnown]),
                            Shifted(second.Arguments[part.Counted], shifts[k])))))
                {
                    return true;
                }
            }
        }

        return false;
    }
}
