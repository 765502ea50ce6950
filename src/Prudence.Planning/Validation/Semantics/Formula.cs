using System.Collections.Immutable;
using Prudence.Planning.Language;

namespace Prudence.Planning.Validation.Semantics;

/// <summary>
/// A condition whose names are resolved. Variables are slots of a frame, an array of objects in which -1 stands for "no value";
/// a term is a slot, or the complement of an object's number.
/// </summary>
internal abstract class Formula;

/// <summary>A predicate applied to terms.</summary>
internal sealed class AtomFormula(Relation relation, int[] terms, ImmutableArray<Term> names) : Formula
{
    public Relation Relation { get; } = relation;

    public int[] Terms { get; } = terms;

    public ImmutableArray<Term> Names { get; } = names;

    /// <summary>Puts the frame's objects into <paramref name="tuple"/>.</summary>
    public void Fill(Span<int> tuple, int[] frame) => TermList.Fill(Terms, tuple, frame);

    /// <summary>The row of the atom that the formula stands for; -1 if it has none.</summary>
    public int Row(int[] frame)
    {
        Span<int> tuple = stackalloc int[Terms.Length];
        Fill(tuple, frame);
        return Relation.Find(tuple);
    }

    /// <summary>The same, with a new row if it has none.</summary>
    public int RowOrNew(int[] frame)
    {
        Span<int> tuple = stackalloc int[Terms.Length];
        Fill(tuple, frame);
        return Relation.FindOrAdd(tuple);
    }
}

/// <summary>Two terms that denote the same object.</summary>
internal sealed class EqualityFormula(int left, int right, EqualityCondition source) : Formula
{
    public int Left { get; } = left;

    public int Right { get; } = right;

    public EqualityCondition Source { get; } = source;
}

/// <summary>The operand does not hold.</summary>
internal sealed class NotFormula(Formula operand) : Formula
{
    public Formula Operand { get; } = operand;
}

/// <summary>A conjunction or a disjunction. An implication is a disjunction whose first operand is negated.</summary>
internal sealed class JunctionFormula(bool isConjunction, bool isImplication, Formula[] operands) : Formula
{
    public bool IsConjunction { get; } = isConjunction;

    public bool IsImplication { get; } = isImplication;

    public Formula[] Operands { get; } = operands;
}

/// <summary>A quantified formula. The join finds the values under which the body has the value that settles the matter.</summary>
internal sealed class QuantifierFormula(bool isUniversal, ImmutableArray<Parameter> parameters, int[] slots, ObjectSet[] ranges, Formula body) : Formula
{
    public bool IsUniversal { get; } = isUniversal;

    public ImmutableArray<Parameter> Parameters { get; } = parameters;

    public int[] Slots { get; } = slots;

    public ObjectSet[] Ranges { get; } = ranges;

    public Formula Body { get; } = body;

    /// <summary>Witnesses of an existential, counterexamples to a universal formula.</summary>
    public Join Join { get; } = JoinBuilder.Build(slots, ranges, body, !isUniversal, mergeInner: true);
}
