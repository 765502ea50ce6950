namespace Prudence.Planning.Grounding.Reachability;

/// <summary>
/// Weakens a condition to a disjunction of conjunctions that grounding can join. Negated fluents and universal conditions count as true;
/// so does a disjunction that would multiply the disjuncts beyond a limit. Existential parameters become further variables of the schema.
/// </summary>
internal sealed class RelaxedNormalForm
{
    private const int MaxDisjuncts = 32;

    private readonly LiftedTask task;
    private readonly List<int> variableTypes;

    /// <summary>Prepares for the conditions of one schema.</summary>
    /// <param name="task">The task.</param>
    /// <param name="parameterTypes">The type sets of the schema's own parameters.</param>
    public RelaxedNormalForm(LiftedTask task, ReadOnlySpan<int> parameterTypes)
    {
        this.task = task;
        variableTypes = new List<int>(parameterTypes.Length + 4);
        foreach (var type in parameterTypes)
        {
            variableTypes.Add(type);
        }
    }

    /// <summary>The type sets of the schema's parameters, then those of the existential variables met so far.</summary>
    public List<int> VariableTypes => variableTypes;

    /// <summary>True if a condition was weakened by more than its negated literals.</summary>
    public bool IsApproximate { get; private set; }

    /// <summary>The disjuncts; none if the condition is false.</summary>
    public List<RelaxedConjunction> Relax(LiftedCondition condition)
    {
        var terms = new int[variableTypes.Count];
        for (var i = 0; i < terms.Length; i++)
        {
            terms[i] = i;
        }

        return Relax(condition, terms);
    }

    /// <param name="condition">The condition.</param>
    /// <param name="variables">The variable that each parameter in force stands for.</param>
    private List<RelaxedConjunction> Relax(LiftedCondition condition, int[] variables)
    {
        switch (condition)
        {
            case LiftedLiteral literal:
                var conjunction = new RelaxedConjunction();
                if (!literal.IsNegated || task.Predicates[literal.Atom.Predicate].IsStatic)
                {
                    conjunction.Literals.Add(Rename(literal, variables));
                }

                return [conjunction];
            case LiftedEquality equality:
                var single = new RelaxedConjunction();
                single.Equalities.Add(
                    new LiftedEquality(Rename(equality.Left, variables), Rename(equality.Right, variables), equality.IsNegated));
                return [single];
            case LiftedAnd and:
                return And(and.Operands, variables);
            case LiftedOr or:
                return Or(or.Operands, variables);
            case LiftedExists exists:
                return Relax(exists.Body, Extend(variables, exists));
            default:
                IsApproximate = true;
                return [new RelaxedConjunction()];
        }
    }

    private List<RelaxedConjunction> And(LiftedCondition[] operands, int[] variables)
    {
        var parts = new List<List<RelaxedConjunction>>(operands.Length);
        foreach (var operand in operands)
        {
            parts.Add(Relax(operand, variables));
        }

        parts.Sort(static (left, right) => left.Count.CompareTo(right.Count));
        List<RelaxedConjunction> product = [new RelaxedConjunction()];
        foreach (var part in parts)
        {
            if (product.Count * part.Count > MaxDisjuncts)
            {
                IsApproximate = true;
                continue;
            }

            if (product.Count == 1 && part.Count == 1)
            {
                // Parts are sorted: so far the product is ours alone, and a long conjunction is not copied for each of its parts.
                product[0].Add(part[0]);
                continue;
            }

            var next = new List<RelaxedConjunction>(product.Count * part.Count);
            foreach (var left in product)
            {
                foreach (var right in part)
                {
                    next.Add(left.And(right));
                }
            }

            product = next;
        }

        return product;
    }

    private List<RelaxedConjunction> Or(LiftedCondition[] operands, int[] variables)
    {
        var disjuncts = new List<RelaxedConjunction>();
        foreach (var operand in operands)
        {
            foreach (var disjunct in Relax(operand, variables))
            {
                if (disjunct.IsTrue)
                {
                    // Where a negated literal turns out never to hold, another disjunct must.
                    IsApproximate = true;
                    return [disjunct];
                }

                disjuncts.Add(disjunct);
            }
        }

        if (disjuncts.Count > MaxDisjuncts)
        {
            IsApproximate = true;
            return [new RelaxedConjunction()];
        }

        return disjuncts;
    }

    private int[] Extend(int[] variables, LiftedExists exists)
    {
        var inner = new int[exists.FirstParameter + exists.ParameterTypes.Length];
        Array.Copy(variables, inner, Math.Min(variables.Length, exists.FirstParameter));
        for (var i = 0; i < exists.ParameterTypes.Length; i++)
        {
            inner[exists.FirstParameter + i] = variableTypes.Count;
            variableTypes.Add(exists.ParameterTypes[i]);
        }

        return inner;
    }

    private static LiftedLiteral Rename(LiftedLiteral literal, int[] variables)
    {
        var terms = new int[literal.Atom.Arguments.Length];
        for (var i = 0; i < terms.Length; i++)
        {
            terms[i] = Rename(literal.Atom.Arguments[i], variables);
        }

        return new LiftedLiteral(new LiftedAtom(literal.Atom.Predicate, terms), literal.IsNegated);
    }

    private static int Rename(int term, int[] variables) => term < 0 ? term : variables[term];
}
