namespace Prudence.Planning.Language.Reading;

/// <summary>Finds the variables and objects that conditions and effects use.</summary>
internal static class DomainTerms
{
    /// <summary>All terms of all actions and rules, as often as they stand there.</summary>
    public static List<Term> Of(PddlDomain domain)
    {
        var terms = new List<Term>();
        Traversal.Visit(domain, effect => Add(effect, terms), condition => Add(condition, terms));
        return terms;
    }

    /// <summary>The terms of a condition.</summary>
    public static List<Term> Of(Condition condition)
    {
        var terms = new List<Term>();
        Traversal.Visit(condition, part => Add(part, terms));
        return terms;
    }

    /// <summary>The terms of an effect.</summary>
    public static List<Term> Of(Effect effect)
    {
        var terms = new List<Term>();
        Traversal.Visit(effect, part => Add(part, terms), condition => Add(condition, terms));
        return terms;
    }

    private static void Add(Condition condition, List<Term> terms)
    {
        if (condition is AtomCondition atom)
        {
            terms.AddRange(atom.Arguments);
        }
        else if (condition is EqualityCondition equality)
        {
            terms.Add(equality.Left);
            terms.Add(equality.Right);
        }
    }

    private static void Add(Effect effect, List<Term> terms)
    {
        if (effect is AtomEffect atom)
        {
            terms.AddRange(atom.Arguments);
        }
        else if (effect is CostEffect cost)
        {
            Traversal.Visit(cost.Amount, term =>
            {
                if (term is FunctionTerm function)
                {
                    terms.AddRange(function.Arguments);
                }
            });
        }
    }
}
