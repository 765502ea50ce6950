using Prudence.Budgeting;

namespace Prudence.Planning.Validation.Semantics;

/// <summary>Judges formulas in the state that the relations hold.</summary>
internal sealed class FormulaEvaluator(StopSignal? stop)
{
    private static readonly Func<bool> StopAtFirst = static () => true;

    public bool Holds(Formula formula, int[] frame)
    {
        switch (formula)
        {
            case AtomFormula atom:
                return atom.Row(frame) is >= 0 and var row && atom.Relation.Holds(row);
            case EqualityFormula equality:
                return TermList.Value(equality.Left, frame) == TermList.Value(equality.Right, frame);
            case NotFormula negation:
                return !Holds(negation.Operand, frame);
            case JunctionFormula junction:
                foreach (var operand in junction.Operands)
                {
                    if (Holds(operand, frame) != junction.IsConjunction)
                    {
                        return !junction.IsConjunction;
                    }
                }

                return junction.IsConjunction;
            case QuantifierFormula quantifier:
                return Enumerate(quantifier.Join, frame, StopAtFirst) != quantifier.IsUniversal;
            default:
                throw new InvalidOperationException($"unknown formula {formula.GetType().Name}");
        }
    }

    /// <summary>Calls <paramref name="visit"/> with all values of the join's slots that meet its conjuncts, until it answers true.</summary>
    /// <returns>True if a visit answered true; the frame then holds the values it saw.</returns>
    public bool Enumerate(Join join, int[] frame, Func<bool> visit)
    {
        foreach (var slot in join.Slots)
        {
            frame[slot] = -1;
        }

        return MeetsClosedConjuncts(join, frame) && Extend(join, frame, visit);
    }

    /// <summary>The same, for the values that make one generator the given atom.</summary>
    public bool EnumerateFrom(Join join, AtomFormula generator, int row, int[] frame, Func<bool> visit)
    {
        foreach (var slot in join.Slots)
        {
            frame[slot] = -1;
        }

        return MeetsClosedConjuncts(join, frame)
            && TryBind(join, generator, row, frame, out _)
            && MeetsConjuncts(join, frame)
            && Extend(join, frame, visit);
    }

    private bool MeetsClosedConjuncts(Join join, int[] frame)
    {
        foreach (var conjunct in join.Conjuncts)
        {
            if (conjunct.Slots.Length == 0 && Holds(conjunct.Formula, frame) != conjunct.Wanted)
            {
                return false;
            }
        }

        return true;
    }

    private bool Extend(Join join, int[] frame, Func<bool> visit)
    {
        stop?.ThrowIfRaised();
        var (open, fewest) = SmallestRange(join, frame);
        if (open < 0)
        {
            return visit();
        }

        var best = (AtomFormula?)null;
        foreach (var conjunct in join.Conjuncts)
        {
            if (conjunct.Generator is { } generator && Candidates(generator, frame) is >= 0 and var count && count <= fewest)
            {
                (best, fewest) = (generator, count);
            }
        }

        return best is null ? ExtendByRange(join, open, frame, visit) : ExtendByAtoms(join, best, frame, visit);
    }

    private static (int Slot, int Size) SmallestRange(Join join, int[] frame)
    {
        var (open, fewest) = (-1, int.MaxValue);
        for (var i = 0; i < join.Slots.Length; i++)
        {
            if (frame[join.Slots[i]] < 0 && join.Ranges[i].Objects.Length < fewest)
            {
                (open, fewest) = (i, join.Ranges[i].Objects.Length);
            }
        }

        return (open, fewest);
    }

    /// <summary>At most how many atoms that hold fit the generator; -1 if it has no open slot and so nothing to supply.</summary>
    private static int Candidates(AtomFormula generator, int[] frame)
    {
        var (count, isOpen) = (generator.Relation.Count, false);
        for (var place = 0; place < generator.Terms.Length; place++)
        {
            var value = TermList.Value(generator.Terms[place], frame);
            if (value < 0)
            {
                isOpen = true;
            }
            else
            {
                count = Math.Min(count, generator.Relation.CountAt(place, value));
            }
        }

        return isOpen ? count : -1;
    }

    private bool ExtendByRange(Join join, int open, int[] frame, Func<bool> visit)
    {
        var slot = join.Slots[open];
        foreach (var value in join.Ranges[open].Objects)
        {
            frame[slot] = value;
            if (MeetsConjunctsOf(join, slot, frame) && Extend(join, frame, visit))
            {
                return true;
            }
        }

        frame[slot] = -1;
        return false;
    }

    private bool ExtendByAtoms(Join join, AtomFormula generator, int[] frame, Func<bool> visit)
    {
        var relation = generator.Relation;
        var (place, fewest) = (-1, relation.Count);
        for (var i = 0; i < generator.Terms.Length; i++)
        {
            var value = TermList.Value(generator.Terms[i], frame);
            if (value >= 0 && relation.CountAt(i, value) <= fewest)
            {
                (place, fewest) = (i, relation.CountAt(i, value));
            }
        }

        if (place < 0)
        {
            for (var n = 0; n < relation.Count; n++)
            {
                if (ExtendByAtom(join, generator, relation.Member(n), frame, visit))
                {
                    return true;
                }
            }

            return false;
        }

        var row = relation.FirstAt(place, TermList.Value(generator.Terms[place], frame));
        for (; row >= 0; row = relation.NextAt(place, row))
        {
            if (ExtendByAtom(join, generator, row, frame, visit))
            {
                return true;
            }
        }

        return false;
    }

    private bool ExtendByAtom(Join join, AtomFormula generator, int row, int[] frame, Func<bool> visit)
    {
        var fits = TryBind(join, generator, row, frame, out var bound);
        if (fits && MeetsConjunctsOf(join, generator, bound, frame) && Extend(join, frame, visit))
        {
            return true;
        }

        Unbind(generator, bound, frame);
        return false;
    }

    /// <summary>Gives open slots the objects of an atom. The places whose slots were bound are the bits of <paramref name="bound"/>.</summary>
    private static bool TryBind(Join join, AtomFormula generator, int row, int[] frame, out ulong bound)
    {
        bound = 0;
        var tuple = generator.Relation.Tuple(row);
        for (var place = 0; place < tuple.Length; place++)
        {
            var value = TermList.Value(generator.Terms[place], frame);
            if (value < 0)
            {
                var slot = generator.Terms[place];
                if (!join.RangeOf(slot).Contains(tuple[place]))
                {
                    return false;
                }

                frame[slot] = tuple[place];
                bound |= 1UL << place;
            }
            else if (value != tuple[place])
            {
                return false;
            }
        }

        return true;
    }

    private static void Unbind(AtomFormula generator, ulong bound, int[] frame)
    {
        for (var place = 0; bound != 0; place++, bound >>= 1)
        {
            if ((bound & 1) != 0)
            {
                frame[generator.Terms[place]] = -1;
            }
        }
    }

    private bool MeetsConjunctsOf(Join join, AtomFormula generator, ulong bound, int[] frame)
    {
        for (var place = 0; bound != 0; place++, bound >>= 1)
        {
            if ((bound & 1) != 0 && !MeetsConjunctsOf(join, generator.Terms[place], frame))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether all conjuncts in which the slot occurs, and no open one, have the value they must.</summary>
    private bool MeetsConjunctsOf(Join join, int slot, int[] frame)
    {
        foreach (var conjunct in join.Conjuncts)
        {
            if (Array.IndexOf(conjunct.Slots, slot) >= 0 && IsClosed(conjunct, frame) && Holds(conjunct.Formula, frame) != conjunct.Wanted)
            {
                return false;
            }
        }

        return true;
    }

    private bool MeetsConjuncts(Join join, int[] frame)
    {
        foreach (var conjunct in join.Conjuncts)
        {
            if (IsClosed(conjunct, frame) && Holds(conjunct.Formula, frame) != conjunct.Wanted)
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsClosed(Conjunct conjunct, int[] frame)
    {
        foreach (var slot in conjunct.Slots)
        {
            if (frame[slot] < 0)
            {
                return false;
            }
        }

        return true;
    }
}
