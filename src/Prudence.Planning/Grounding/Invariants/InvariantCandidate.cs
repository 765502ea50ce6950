using System.Text;

namespace Prudence.Planning.Grounding.Invariants;

/// <summary>
/// "For all values of the parameters, at most one atom of the parts holds" (Helmert 2009, definition 9). Each predicate has one part at most.
/// Candidates are kept in a canonical form, so that two of them mean the same exactly if their keys are equal.
/// </summary>
internal sealed class InvariantCandidate
{
    private InvariantCandidate(InvariantPart[] parts)
    {
        Parts = parts;
        var key = new StringBuilder();
        foreach (var part in parts)
        {
            key.Append((char)part.Predicate).Append((char)(part.Counted + 1));
            foreach (var position in part.Positions)
            {
                key.Append((char)position);
            }
        }

        Key = key.ToString();
    }

    /// <summary>The parts, by ascending predicate.</summary>
    public InvariantPart[] Parts { get; }

    /// <summary>How many parameters every part has.</summary>
    public int ParameterCount => Parts[0].Positions.Length;

    /// <summary>Identifies the candidate.</summary>
    public string Key { get; }

    /// <summary>The part of a predicate, or null.</summary>
    public InvariantPart? PartOf(int predicate)
    {
        foreach (var part in Parts)
        {
            if (part.Predicate == predicate)
            {
                return part;
            }
        }

        return null;
    }

    /// <summary>The candidate that counts the atoms of one predicate over one position (or none, if -1) for all values of the others.</summary>
    public static InvariantCandidate Single(int predicate, int arity, int counted)
    {
        var positions = new int[counted < 0 ? arity : arity - 1];
        for (var (position, parameter) = (0, 0); position < arity; position++)
        {
            if (position != counted)
            {
                positions[parameter++] = position;
            }
        }

        return new InvariantCandidate([new InvariantPart(predicate, positions, counted)]);
    }

    /// <summary>This candidate and one part more.</summary>
    public InvariantCandidate With(InvariantPart added)
    {
        var parts = new InvariantPart[Parts.Length + 1];
        var at = 0;
        while (at < Parts.Length && Parts[at].Predicate < added.Predicate)
        {
            parts[at] = Parts[at];
            at++;
        }

        parts[at] = added;
        Array.Copy(Parts, at, parts, at + 1, Parts.Length - at);
        return new InvariantCandidate(at == 0 ? Renumber(parts) : parts);
    }

    /// <summary>Numbers the parameters so that those of the first part stand in ascending positions.</summary>
    private static InvariantPart[] Renumber(InvariantPart[] parts)
    {
        var sortedPositions = (int[])parts[0].Positions.Clone();
        var oldParameters = new int[sortedPositions.Length];
        for (var i = 0; i < oldParameters.Length; i++)
        {
            oldParameters[i] = i;
        }

        Array.Sort(sortedPositions, oldParameters);
        var renumbered = new InvariantPart[parts.Length];
        for (var p = 0; p < parts.Length; p++)
        {
            var positions = new int[oldParameters.Length];
            for (var i = 0; i < positions.Length; i++)
            {
                positions[i] = parts[p].Positions[oldParameters[i]];
            }

            renumbered[p] = new InvariantPart(parts[p].Predicate, positions, parts[p].Counted);
        }

        return renumbered;
    }
}
