using Prudence.Budgeting;

namespace Prudence.Planning.Grounding.Instantiation;

/// <summary>The ground rules so far, and the atoms made up to stand for disjunctions that are too wide to expand.</summary>
internal sealed class RuleStore(int firstAtom, StopSignal stop)
{
    private readonly Dictionary<string, int> known = [];

    public IntBuffer Heads { get; } = new(16, stop);

    public IntListBuffer Bodies { get; } = new(stop);

    /// <summary>The number of atoms made up; they are numbered on from the task's own.</summary>
    public int MadeUpAtoms => known.Count;

    public void Add(int head, ReadOnlySpan<int> body)
    {
        Heads.Add(head);
        Bodies.AddList(body);
    }

    /// <summary>An atom that rules derive exactly where some conjunction of a list holds. The same list gives the same atom.</summary>
    public int AtomFor(List<int[]> disjuncts)
    {
        var key = Key(disjuncts);
        if (!known.TryGetValue(key, out var atom))
        {
            atom = known[key] = firstAtom + known.Count;
            foreach (var disjunct in disjuncts)
            {
                Add(atom, disjunct);
            }
        }

        return atom;
    }

    private static string Key(List<int[]> disjuncts)
    {
        disjuncts.Sort(static (left, right) => left.AsSpan().SequenceCompareTo(right));
        var key = new System.Text.StringBuilder();
        foreach (var disjunct in disjuncts)
        {
            foreach (var literal in disjunct)
            {
                key.Append((char)literal).Append((char)(literal >> 16));
            }

            key.Append('|').Append((char)disjunct.Length);
        }

        return key.ToString();
    }
}
