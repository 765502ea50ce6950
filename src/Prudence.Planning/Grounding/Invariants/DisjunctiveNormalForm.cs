namespace Prudence.Planning.Grounding.Invariants;

/// <summary>
/// Splits a condition into cases, of which some one holds wherever the condition holds. What does not fit (universal parts, too many cases)
/// is left out, and the case says so; existential parameters become parameters of the case.
/// </summary>
internal sealed class DisjunctiveNormalForm
{
    private const int MaximumCases = 16;

    private readonly List<int> parameterTypes;
    private readonly int firstParameter;

    /// <summary>Starts with no parameters of its own.</summary>
    /// <param name="firstParameter">The number of the first parameter that it may introduce.</param>
    public DisjunctiveNormalForm(int firstParameter)
    {
        this.firstParameter = firstParameter;
        parameterTypes = [];
    }

    /// <summary>Types of the parameters introduced so far.</summary>
    public List<int> ParameterTypes => parameterTypes;

    /// <summary>Introduces one parameter and answers its number.</summary>
    public int Introduce(int type)
    {
        parameterTypes.Add(type);
        return firstParameter + parameterTypes.Count - 1;
    }

    /// <summary>The cases of a condition. No case at all means that it never holds.</summary>
    /// <param name="condition">The condition.</param>
    /// <param name="renaming">The new number of each of its parameters.</param>
    public List<Conjunction> Split(LiftedCondition condition, int[] renaming)
    {
        switch (condition)
        {
            case LiftedLiteral literal:
                var single = new Conjunction();
                (literal.IsNegated ? single.Negative : single.Positive).Add(Rename(literal.Atom, renaming));
                return [single];
            case LiftedEquality equality:
                var comparison = new Conjunction();
                var pairs = equality.IsNegated ? comparison.Unequal : comparison.Equal;
                pairs.Add(Rename(equality.Left, renaming));
                pairs.Add(Rename(equality.Right, renaming));
                return [comparison];
            case LiftedAnd and:
                return SplitAnd(and, renaming);
            case LiftedOr or:
                return SplitOr(or, renaming);
            case LiftedExists exists:
                return Split(exists.Body, Extend(renaming, exists));
            default:
                return [new Conjunction().MarkPartial()];
        }
    }

    /// <summary>The atom with its parameters renumbered.</summary>
    public static LiftedAtom Rename(LiftedAtom atom, int[] renaming)
    {
        var arguments = new int[atom.Arguments.Length];
        for (var i = 0; i < arguments.Length; i++)
        {
            arguments[i] = Rename(atom.Arguments[i], renaming);
        }

        return new LiftedAtom(atom.Predicate, arguments);
    }

    private static int Rename(int term, int[] renaming) => term < 0 ? term : renaming[term];

    private List<Conjunction> SplitAnd(LiftedAnd and, int[] renaming)
    {
        List<Conjunction> cases = [new Conjunction()];
        foreach (var operand in and.Operands)
        {
            var more = Split(operand, renaming);
            if (cases.Count * more.Count > MaximumCases)
            {
                foreach (var kept in cases)
                {
                    kept.MarkPartial();
                }

                continue;
            }

            List<Conjunction> product = new(cases.Count * more.Count);
            foreach (var left in cases)
            {
                foreach (var right in more)
                {
                    product.Add(Conjunction.Merge(left, right));
                }
            }

            cases = product;
        }

        return cases;
    }

    private List<Conjunction> SplitOr(LiftedOr or, int[] renaming)
    {
        List<Conjunction> cases = [];
        foreach (var operand in or.Operands)
        {
            cases.AddRange(Split(operand, renaming));
            if (cases.Count > MaximumCases)
            {
                return [new Conjunction().MarkPartial()];
            }
        }

        return cases;
    }

    private int[] Extend(int[] renaming, LiftedExists exists)
    {
        var extended = new int[Math.Max(renaming.Length, exists.FirstParameter + exists.ParameterTypes.Length)];
        renaming.CopyTo(extended, 0);
        for (var i = 0; i < exists.ParameterTypes.Length; i++)
        {
            extended[exists.FirstParameter + i] = Introduce(exists.ParameterTypes[i]);
        }

        return extended;
    }
}
