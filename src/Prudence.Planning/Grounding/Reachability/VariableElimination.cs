using Prudence.Budgeting;
using Prudence.Planning.Tasks;

namespace Prudence.Planning.Grounding.Reachability;

/// <summary>
/// Splits off the part of a rule's body that mentions a variable which no head needs, into a rule of its own that projects the variable
/// away, wherever the new relation is no wider than one that is joined for it (as in Helmert 2009, section 6.3). A chain of existential
/// variables then costs the sum of its joins and not their product.
/// </summary>
internal sealed class VariableElimination(ObjectSet?[] domains, int objectCount, StopSignal? stop)
{
    /// <summary>Shortens a rule, whose literals hold terms, and adds the rules split off to <paramref name="rules"/>.</summary>
    public void Apply(
        List<JoinLiteral> body, List<JoinLiteral> excluded, List<(int Left, int Right)> unequal, List<JoinLiteral> heads, List<JoinRule> rules)
    {
        var isNeeded = new bool[domains.Length];
        foreach (var head in heads)
        {
            MarkVariables(head, isNeeded);
        }

        // The narrowest projection first, so that chains are taken apart from their ends.
        while (Best(isNeeded, body, excluded, unequal) is { } best)
        {
            Split(best, body, excluded, unequal, rules);
        }
    }

    private Part? Best(bool[] isNeeded, List<JoinLiteral> body, List<JoinLiteral> excluded, List<(int Left, int Right)> unequal)
    {
        Part? best = null;
        for (var variable = 0; variable < domains.Length; variable++)
        {
            if (!isNeeded[variable] && Find(variable, body, excluded, unequal) is { } part
                && (best is null || part.Kept.Length < best.Kept.Length))
            {
                best = part;
            }
        }

        return best;
    }

    /// <summary>What mentions a variable, or null if it cannot or need not be split off.</summary>
    private Part? Find(int variable, List<JoinLiteral> body, List<JoinLiteral> excluded, List<(int Left, int Right)> unequal)
    {
        var literals = body.FindAll(literal => IntSequences.Contains(literal.Slots, variable));
        if (literals.Count == 0 || literals.Count == body.Count || literals.Exists(literal => literal.IdSlot >= 0))
        {
            return null;
        }

        var excludedPart = excluded.FindAll(literal => IntSequences.Contains(literal.Slots, variable));
        var unequalPart = unequal.FindAll(pair => pair.Left == variable || pair.Right == variable);
        var kept = OtherVariables(variable, literals, excludedPart, unequalPart);
        return kept.Length <= Widest(literals) ? new Part(literals, excludedPart, unequalPart, kept) : null;
    }

    private void Split(
        Part part, List<JoinLiteral> body, List<JoinLiteral> excluded, List<(int Left, int Right)> unequal, List<JoinRule> rules)
    {
        var projected = new Relation(part.Kept.Length, isStatic: false, isSet: true, objectCount, stop);
        for (var i = 0; i < part.Kept.Length; i++)
        {
            foreach (var item in domains[part.Kept[i]]!.Objects)
            {
                projected.ColumnObjects[i][item] = true;
            }
        }

        var head = new JoinLiteral(projected, part.Kept);
        rules.Add(new SlotAssignment(domains).Number(part.Literals, part.Excluded, part.Unequal, [head]));
        body.RemoveAll(part.Literals.Contains);
        excluded.RemoveAll(part.Excluded.Contains);
        unequal.RemoveAll(part.Unequal.Contains);
        body.Add(head);
    }

    /// <summary>The part of a body that mentions one variable.</summary>
    /// <param name="Literals">Its literals.</param>
    /// <param name="Excluded">The literals that must not hold.</param>
    /// <param name="Unequal">The pairs that must differ.</param>
    /// <param name="Kept">The other variables it mentions.</param>
    private sealed record Part(List<JoinLiteral> Literals, List<JoinLiteral> Excluded, List<(int Left, int Right)> Unequal, int[] Kept);

    private static int Widest(List<JoinLiteral> literals)
    {
        var widest = 0;
        foreach (var literal in literals)
        {
            widest = Math.Max(widest, literal.Slots.Length);
        }

        return widest;
    }

    private int[] OtherVariables(int variable, List<JoinLiteral> body, List<JoinLiteral> excluded, List<(int Left, int Right)> unequal)
    {
        var marks = new bool[domains.Length];
        foreach (var literal in body)
        {
            MarkVariables(literal, marks);
        }

        foreach (var literal in excluded)
        {
            MarkVariables(literal, marks);
        }

        foreach (var (left, right) in unequal)
        {
            marks[left] = marks[right] = true;
        }

        marks[variable] = false;
        var count = 0;
        foreach (var isMarked in marks)
        {
            count += isMarked ? 1 : 0;
        }

        var others = new int[count];
        count = 0;
        for (var i = 0; i < marks.Length; i++)
        {
            if (marks[i])
            {
                others[count++] = i;
            }
        }

        return others;
    }

    private static void MarkVariables(JoinLiteral literal, bool[] marks)
    {
        foreach (var term in literal.Slots)
        {
            if (term >= 0)
            {
                marks[term] = true;
            }
        }

        if (literal.IdSlot >= 0)
        {
            marks[literal.IdSlot] = true;
        }
    }
}
