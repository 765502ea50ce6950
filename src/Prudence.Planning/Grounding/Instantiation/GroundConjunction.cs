namespace Prudence.Planning.Grounding.Instantiation;

/// <summary>A ground condition after static simplification: literals that must hold, and disjunctions of which one disjunct each must hold.</summary>
internal sealed class GroundConjunction
{
    public IntBuffer Literals { get; } = new(4);

    /// <summary>The disjunctions; each has at least two disjuncts.</summary>
    public List<List<GroundConjunction>> Disjunctions { get; } = [];

    public bool IsTrue => Literals.Count == 0 && Disjunctions.Count == 0;

    public void Clear()
    {
        Literals.Truncate(0);
        Disjunctions.Clear();
    }

    public void Conjoin(GroundConjunction other)
    {
        Literals.AddRange(other.Literals.Span);
        Disjunctions.AddRange(other.Disjunctions);
    }

    /// <summary>Adds a disjunction; false if it cannot hold.</summary>
    public bool Conjoin(List<GroundConjunction> disjuncts)
    {
        if (disjuncts.Count == 1)
        {
            Conjoin(disjuncts[0]);
        }
        else if (disjuncts.Count > 1)
        {
            Disjunctions.Add(Flatten(disjuncts));
        }

        return disjuncts.Count > 0;
    }

    /// <summary>Puts the disjuncts of disjuncts that are themselves disjunctions in their place.</summary>
    private static List<GroundConjunction> Flatten(List<GroundConjunction> disjuncts)
    {
        var flat = new List<GroundConjunction>(disjuncts.Count);
        foreach (var disjunct in disjuncts)
        {
            if (disjunct.Literals.Count == 0 && disjunct.Disjunctions.Count == 1)
            {
                flat.AddRange(disjunct.Disjunctions[0]);
            }
            else
            {
                flat.Add(disjunct);
            }
        }

        return flat;
    }
}
