using Prudence.Budgeting;

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

        for (var variable = 0; variable < domains.Length; variable++)
        {
            if (!isNeeded[variable] && TryEliminate(variable, body, excluded, unequal, rules))
            {
                // What was too wide before may fit now.
                variable = -1;
            }
        }
    }

    private bool TryEliminate(
        int variable, List<JoinLiteral> body, List<JoinLiteral> excluded, List<(int Left, int Right)> unequal, List<JoinRule> rules)
    {
        var part = body.FindAll(literal => IntSequences.Contains(literal.Slots, variable));
        var excludedPart = excluded.FindAll(literal => IntSequences.Contains(literal.Slots, variable));
        var unequalPart = unequal.FindAll(pair => pair.Left == variable || pair.Right == variable);
        if (part.Count == 0 || part.Count == body.Count || part.Exists(literal => literal.IdSlot >= 0))
        {
            return false;
        }

        var kept = OtherVariables(variable, part, excludedPart, unequalPart);
        if (kept.Length > Widest(part))
        {
            return false;
        }

        var projected = new Relation(kept.Length, isStatic: false, isSet: true, objectCount, stop);
        for (var i = 0; i < kept.Length; i++)
        {
            foreach (var item in domains[kept[i]]!.Objects)
            {
                projected.ColumnObjects[i][item] = true;
            }
        }

        var head = new JoinLiteral(projected, kept);
        rules.Add(new SlotAssignment(domains).Number(part, excludedPart, unequalPart, [head]));
        body.RemoveAll(part.Contains);
        excluded.RemoveAll(excludedPart.Contains);
        unequal.RemoveAll(unequalPart.Contains);
        body.Add(head);
        return true;
    }

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
