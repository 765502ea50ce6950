using Prudence.Planning.Tasks;

namespace Prudence.Planning.Grounding.Instantiation;

/// <summary>Conjunctions of literals as sorted arrays: by atom, each atom once.</summary>
internal static class LiteralSets
{
    private const int LongestInsertionSort = 24;
    private const int LongestAbsorbed = 1024;

    public static int AtomOf(int literal) => literal < 0 ? ~literal : literal;

    /// <summary>Sorts literals and removes repetitions; the number left, or -1 if an atom occurs with both signs.</summary>
    public static int Normalise(Span<int> literals)
    {
        Sort(literals);
        var count = 0;
        foreach (var literal in literals)
        {
            if (count > 0 && AtomOf(literals[count - 1]) == AtomOf(literal))
            {
                if (literals[count - 1] != literal)
                {
                    return -1;
                }
            }
            else
            {
                literals[count++] = literal;
            }
        }

        return count;
    }

    /// <summary>Both conjunctions together, or null if they contradict each other.</summary>
    public static int[]? Union(ReadOnlySpan<int> left, ReadOnlySpan<int> right)
    {
        var both = IntSequences.Concatenate(left, right);
        var count = Normalise(both);
        return count < 0 ? null : count == both.Length ? both : both[..count];
    }

    /// <summary>True if every literal of the one is in the other.</summary>
    public static bool IsSubset(ReadOnlySpan<int> small, ReadOnlySpan<int> large)
    {
        if (small.Length > large.Length)
        {
            return false;
        }

        var place = 0;
        foreach (var literal in small)
        {
            while (place < large.Length && AtomOf(large[place]) < AtomOf(literal))
            {
                place++;
            }

            if (place == large.Length || large[place] != literal)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Removes repetitions and every conjunction that implies another one of the list, where the list is not too long for that.</summary>
    public static void Absorb(List<int[]> disjuncts)
    {
        if (disjuncts.Count > LongestAbsorbed)
        {
            return;
        }

        for (var i = disjuncts.Count - 1; i >= 0; i--)
        {
            for (var j = 0; j < disjuncts.Count; j++)
            {
                if (j != i && IsSubset(disjuncts[j], disjuncts[i]))
                {
                    disjuncts.RemoveAt(i);
                    break;
                }
            }
        }
    }

    private static void Sort(Span<int> literals)
    {
        if (literals.Length > LongestInsertionSort)
        {
            literals.Sort(static (left, right) => AtomOf(left) != AtomOf(right) ? AtomOf(left).CompareTo(AtomOf(right)) : left.CompareTo(right));
            return;
        }

        for (var i = 1; i < literals.Length; i++)
        {
            var literal = literals[i];
            var place = i;
            while (place > 0 && AtomOf(literals[place - 1]) > AtomOf(literal))
            {
                literals[place] = literals[place - 1];
                place--;
            }

            literals[place] = literal;
        }
    }
}
