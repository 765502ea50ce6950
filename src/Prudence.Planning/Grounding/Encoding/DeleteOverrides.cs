namespace Prudence.Planning.Grounding.Encoding;

/// <summary>
/// Answers for one operator which of its deletes leave a variable without a value. A delete does not if some add on the same variable is
/// sure to happen with it: adds win.
/// </summary>
internal sealed class DeleteOverrides
{
    private readonly int[] variableOf;
    private readonly int[] atomsOfVariable;
    private readonly int[] operatorOfChain;
    private readonly int[] lastAdd;
    private readonly int[] deletedSince;
    private readonly int[] operatorOfCount;
    private readonly int[] deletedCount;
    private readonly List<int> previousAdd = [];
    private int now;

    /// <summary>Prepares for operators over a cover.</summary>
    /// <param name="cover">The atoms of each variable.</param>
    /// <param name="atomCount">The number of atoms.</param>
    public DeleteOverrides(Tasks.IntLists cover, int atomCount)
    {
        variableOf = new int[atomCount];
        Array.Fill(variableOf, -1);
        atomsOfVariable = new int[cover.Count];
        for (var v = 0; v < cover.Count; v++)
        {
            atomsOfVariable[v] = cover[v].Length;
            foreach (var atom in cover[v])
            {
                variableOf[atom] = v;
            }
        }

        operatorOfChain = new int[cover.Count];
        lastAdd = new int[cover.Count];
        operatorOfCount = new int[cover.Count];
        deletedCount = new int[cover.Count];
        deletedSince = new int[atomCount];
    }

    /// <summary>The variable of the cover that an atom belongs to.</summary>
    public int VariableOf(int atom) => variableOf[atom];

    /// <summary>Turns to the next operator.</summary>
    public void Load(OperatorDraft draft)
    {
        now++;
        previousAdd.Clear();
        for (var e = 0; e < draft.EffectLiterals.Count; e++)
        {
            previousAdd.Add(-1);
            var literal = draft.EffectLiterals[e];
            if (literal >= 0)
            {
                Chain(variableOf[literal], e);
            }
            else if (draft.Condition(e).Length == 0)
            {
                CountDelete(~literal);
            }
        }
    }

    /// <summary>Whether an add on the deleted atom's variable surely happens with the delete.</summary>
    public bool IsOverridden(OperatorDraft draft, int delete, bool byTheSameAtom)
    {
        var atom = ~draft.EffectLiterals[delete];
        var variable = variableOf[atom];
        if (operatorOfChain[variable] != now)
        {
            return false;
        }

        for (var add = lastAdd[variable]; add >= 0; add = previousAdd[add])
        {
            if ((!byTheSameAtom || draft.EffectLiterals[add] == atom) && IsWithin(draft.Condition(add), draft.Condition(delete), atom))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether the operator deletes every atom of the variable, whatever the state.</summary>
    public bool DeletesAll(int variable) => operatorOfCount[variable] == now && deletedCount[variable] == atomsOfVariable[variable];

    private static bool IsWithin(ReadOnlySpan<int> smaller, ReadOnlySpan<int> larger, int alsoTrue)
    {
        foreach (var literal in smaller)
        {
            if (literal != alsoTrue && larger.IndexOf(literal) < 0)
            {
                return false;
            }
        }

        return true;
    }

    private void Chain(int variable, int add)
    {
        if (operatorOfChain[variable] == now)
        {
            previousAdd[add] = lastAdd[variable];
        }

        operatorOfChain[variable] = now;
        lastAdd[variable] = add;
    }

    private void CountDelete(int atom)
    {
        if (deletedSince[atom] == now)
        {
            return;
        }

        deletedSince[atom] = now;
        var variable = variableOf[atom];
        deletedCount[variable] = operatorOfCount[variable] == now ? deletedCount[variable] + 1 : 1;
        operatorOfCount[variable] = now;
    }
}
