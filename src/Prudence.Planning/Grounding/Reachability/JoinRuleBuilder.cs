using Prudence.Budgeting;
using Prudence.Planning.Tasks;

namespace Prudence.Planning.Grounding.Reachability;

/// <summary>
/// Puts one rule together from literals over variables and objects: merges variables that must be equal, and shrinks the domain of each
/// variable by the complete relations it occurs in before any join is planned.
/// </summary>
internal sealed class JoinRuleBuilder
{
    private readonly int objectCount;
    private readonly ObjectSet?[] domains;
    private readonly int[] representatives;
    private readonly List<JoinLiteral> body = [];
    private readonly List<JoinLiteral> excluded = [];
    private readonly List<JoinLiteral> heads = [];
    private readonly List<(int Left, int Right)> unequal = [];
    private bool isUnsatisfiable;

    /// <summary>Starts a rule.</summary>
    /// <param name="domains">The domain of each variable; null for one that holds the number of a tuple.</param>
    /// <param name="objectCount">The number of objects of the task.</param>
    public JoinRuleBuilder(ObjectSet?[] domains, int objectCount)
    {
        this.domains = domains;
        this.objectCount = objectCount;
        representatives = new int[domains.Length];
        for (var i = 0; i < representatives.Length; i++)
        {
            representatives[i] = i;
        }
    }

    /// <summary>Adds a literal of the body; negated only for static relations. <paramref name="id"/> names the variable for the tuple's number.</summary>
    public void AddLiteral(Relation relation, int[] terms, bool isNegated, int id = -1) =>
        (isNegated ? excluded : body).Add(new JoinLiteral(relation, terms, id));

    public void AddHead(Relation relation, int[] terms) => heads.Add(new JoinLiteral(relation, terms));

    public void AddEquality(int left, int right, bool isNegated)
    {
        if (isNegated)
        {
            unequal.Add((left, right));
            return;
        }

        left = Find(left);
        right = Find(right);
        if (left == right)
        {
            return;
        }

        if (left < 0 && right < 0)
        {
            isUnsatisfiable = true;
            return;
        }

        var (kept, merged) = left < 0 ? (left, right) : (right, left);
        representatives[merged] = kept;
        if (kept < 0)
        {
            isUnsatisfiable |= !domains[merged]!.Contains(~kept);
        }
        else
        {
            domains[kept] = domains[kept]!.Where(Marks(domains[merged]!));
        }
    }

    /// <summary>The finished rule, or null if nothing can satisfy its body.</summary>
    public JoinRule? Build() => Close() ? new SlotAssignment(domains).Number(body, excluded, unequal, heads) : null;

    /// <summary>Adds the finished rule, and those split off it for variables that no head needs, unless nothing can satisfy its body.</summary>
    public void BuildInto(List<JoinRule> rules, StopSignal? stop)
    {
        if (Close())
        {
            new VariableElimination(domains, objectCount, stop).Apply(body, excluded, unequal, heads, rules);
            rules.Add(new SlotAssignment(domains).Number(body, excluded, unequal, heads));
        }
    }

    private bool Close()
    {
        Resolve(body);
        Resolve(excluded);
        Resolve(heads);
        ShrinkByInequalities();
        ShrinkByCompleteRelations();
        for (var i = 0; i < domains.Length; i++)
        {
            isUnsatisfiable |= domains[i] is { Count: 0 } && representatives[i] == i;
        }

        return !isUnsatisfiable;
    }

    private int Find(int term)
    {
        while (term >= 0 && representatives[term] != term)
        {
            term = representatives[term];
        }

        return term;
    }

    private void Resolve(List<JoinLiteral> literals)
    {
        for (var i = 0; i < literals.Count; i++)
        {
            var terms = new int[literals[i].Slots.Length];
            for (var j = 0; j < terms.Length; j++)
            {
                terms[j] = Find(literals[i].Slots[j]);
            }

            literals[i] = literals[i] with { Slots = terms };
        }
    }

    private void ShrinkByInequalities()
    {
        for (var i = unequal.Count - 1; i >= 0; i--)
        {
            var (left, right) = (Find(unequal[i].Left), Find(unequal[i].Right));
            isUnsatisfiable |= left == right;
            unequal[i] = (left, right);
            if (left < 0 || right < 0)
            {
                unequal.RemoveAt(i);
                if (left >= 0 || right >= 0)
                {
                    var allowed = new bool[objectCount];
                    IntSequences.Mark(allowed, 0, objectCount);
                    allowed[~Math.Min(left, right)] = false;
                    var variable = Math.Max(left, right);
                    domains[variable] = domains[variable]!.Where(allowed);
                }
            }
        }
    }

    private void ShrinkByCompleteRelations()
    {
        foreach (var literal in body)
        {
            if (literal.Relation.IsComplete)
            {
                foreach (var variable in literal.Slots)
                {
                    if (variable >= 0)
                    {
                        domains[variable] = domains[variable]!.Where(Supported(literal, variable));
                    }
                }
            }
        }

        body.RemoveAll(literal => IsDecided(literal, isNegated: false));
        excluded.RemoveAll(literal => IsDecided(literal, isNegated: true));
    }

    /// <summary>True if the literal need not be joined: it has no variables, or its only variable's domain was (or now is) shrunk to it.</summary>
    private bool IsDecided(JoinLiteral literal, bool isNegated)
    {
        if (!literal.Relation.IsComplete)
        {
            return false;
        }

        var variable = -1;
        foreach (var term in literal.Slots)
        {
            if (term >= 0 && variable >= 0 && term != variable)
            {
                return false;
            }

            variable = Math.Max(variable, term);
        }

        if (variable < 0)
        {
            isUnsatisfiable |= HasMatch(literal) == isNegated;
        }
        else if (isNegated)
        {
            var supported = Supported(literal, variable);
            for (var i = 0; i < supported.Length; i++)
            {
                supported[i] = !supported[i];
            }

            domains[variable] = domains[variable]!.Where(supported);
        }

        return true;
    }

    /// <summary>Marks the values of a variable for which some tuple fits the literal, given the other variables' domains.</summary>
    private bool[] Supported(JoinLiteral literal, int variable)
    {
        var marks = new bool[objectCount];
        var tuples = literal.Relation.Tuples;
        var position = IntSequences.IndexOf(literal.Slots, variable);
        for (var id = 0; id < tuples.Count; id++)
        {
            var tuple = tuples[id];
            if (!marks[tuple[position]] && Fits(literal.Slots, tuple))
            {
                marks[tuple[position]] = true;
            }
        }

        return marks;
    }

    private bool HasMatch(JoinLiteral literal)
    {
        for (var id = 0; id < literal.Relation.Tuples.Count; id++)
        {
            if (Fits(literal.Slots, literal.Relation.Tuples[id]))
            {
                return true;
            }
        }

        return false;
    }

    private bool Fits(int[] terms, ReadOnlySpan<int> tuple)
    {
        for (var i = 0; i < terms.Length; i++)
        {
            if (terms[i] < 0 ? tuple[i] != ~terms[i] : !domains[terms[i]]!.Contains(tuple[i]))
            {
                return false;
            }

            for (var j = 0; j < i; j++)
            {
                if (terms[j] == terms[i] && tuple[j] != tuple[i])
                {
                    return false;
                }
            }
        }

        return true;
    }

    private bool[] Marks(ObjectSet set)
    {
        var marks = new bool[objectCount];
        foreach (var item in set.Objects)
        {
            marks[item] = true;
        }

        return marks;
    }
}
