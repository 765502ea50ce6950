using Prudence.Planning.Tasks;

namespace Prudence.Planning.Grounding.Encoding;

/// <summary>
/// Which facts stand for which atoms. Three kinds of variables follow one another: those of the cover (one value per atom, and where needed
/// one more for "none of those"), extra binary ones for atoms whose absence must be named but has no value of its own, and derived ones.
/// </summary>
/// <remarks>
/// An extra variable repeats its atom: conditions use the cover's value where the atom must hold and the extra one where it must not; effects
/// set both. So the variable of the cover keeps all its strength for heuristics, and no operator is split into one per other value.
/// </remarks>
internal sealed class VariableLayout
{
    private readonly int[] variableOf;
    private readonly int[] valueOf;
    private readonly int[] extraOf;

    /// <summary>Lays out variables over a cover.</summary>
    /// <param name="cover">The atoms of each variable of the cover.</param>
    /// <param name="hasNone">Which of them have a value for "none of those".</param>
    /// <param name="namesAbsence">For each atom, whether some condition needs it not to hold.</param>
    /// <param name="axiomLayers">The layer of each derived atom; -1 for other atoms.</param>
    public VariableLayout(IntLists cover, bool[] hasNone, bool[] namesAbsence, int[] axiomLayers)
    {
        Cover = cover;
        HasNone = hasNone;
        variableOf = new int[axiomLayers.Length];
        valueOf = new int[axiomLayers.Length];
        extraOf = new int[axiomLayers.Length];
        Array.Fill(variableOf, -1);
        Array.Fill(extraOf, -1);
        List<int> offsets = [0];
        for (var v = 0; v < cover.Count; v++)
        {
            for (var value = 0; value < cover[v].Length; value++)
            {
                variableOf[cover[v][value]] = v;
                valueOf[cover[v][value]] = value;
            }

            offsets.Add(offsets[^1] + cover[v].Length + (hasNone[v] ? 1 : 0));
        }

        List<int> extra = [];
        List<int> derived = [];
        for (var atom = 0; atom < axiomLayers.Length; atom++)
        {
            if (namesAbsence[atom] && variableOf[atom] >= 0 && offsets[variableOf[atom] + 1] - offsets[variableOf[atom]] > 2)
            {
                extraOf[atom] = cover.Count + extra.Count;
                extra.Add(atom);
                offsets.Add(offsets[^1] + 2);
            }
        }

        for (var atom = 0; atom < axiomLayers.Length; atom++)
        {
            if (axiomLayers[atom] >= 0)
            {
                variableOf[atom] = cover.Count + extra.Count + derived.Count;
                derived.Add(atom);
                offsets.Add(offsets[^1] + 2);
            }
        }

        ExtraAtoms = [.. extra];
        DerivedAtoms = [.. derived];
        Offsets = [.. offsets];
        VariableOfFact = new int[Offsets[^1]];
        for (var v = 0; v < VariableCount; v++)
        {
            VariableOfFact.AsSpan(Offsets[v], Offsets[v + 1] - Offsets[v]).Fill(v);
        }
    }

    /// <summary>The atoms of each variable of the cover.</summary>
    public IntLists Cover { get; }

    /// <summary>Which variables of the cover have a last value for "none of those".</summary>
    public bool[] HasNone { get; }

    /// <summary>The atom of each extra variable.</summary>
    public int[] ExtraAtoms { get; }

    /// <summary>The atom of each derived variable.</summary>
    public int[] DerivedAtoms { get; }

    /// <summary>The first fact of each variable; the last entry is the number of facts.</summary>
    public int[] Offsets { get; }

    /// <summary>The variable of each fact.</summary>
    public int[] VariableOfFact { get; }

    /// <summary>The number of variables of all kinds.</summary>
    public int VariableCount => Offsets.Length - 1;

    /// <summary>The variable that has a value for the atom; -1 if the atom is not encoded.</summary>
    public int VariableOf(int atom) => variableOf[atom];

    /// <summary>Whether an extra variable repeats the atom.</summary>
    public bool HasExtra(int atom) => extraOf[atom] >= 0;

    /// <summary>The fact "none of those" of a variable of the cover.</summary>
    public int NoneFact(int variable) => Offsets[variable + 1] - 1;

    /// <summary>The fact of an extra variable that says that its atom holds (or not).</summary>
    public int ExtraFact(int atom, bool holds) => Offsets[extraOf[atom]] + (holds ? 0 : 1);

    /// <summary>The fact that stands for a literal in conditions.</summary>
    public int FactOf(int literal)
    {
        if (literal >= 0)
        {
            return Offsets[variableOf[literal]] + valueOf[literal];
        }

        var atom = ~literal;
        return extraOf[atom] >= 0 ? ExtraFact(atom, holds: false) : Offsets[variableOf[atom]] + 1 - valueOf[atom];
    }
}
