using Prudence.Planning.Tasks;

namespace Prudence.Planning.Grounding.Mutexes;

/// <summary>
/// What may hold together with a partial state (Alcázar, Borrajo, Fernández and Fuentetaja 2013, "Revisiting regression in planning"): each variable
/// needs a value that goes with all facts known; where only one is left it is known too, and excludes others in turn.
/// </summary>
internal sealed class Disambiguation(PlanningTask task)
{
    /// <summary>Collects the facts that may hold together with given ones.</summary>
    /// <param name="pairs">The pairs that may hold together.</param>
    /// <param name="facts">The partial state.</param>
    /// <param name="compatible">Receives the facts; as many words as a row has.</param>
    /// <returns>False if no state contains the given facts.</returns>
    public bool TryCollect(PairSet pairs, ReadOnlySpan<int> facts, Span<ulong> compatible)
    {
        compatible.Fill(ulong.MaxValue);
        FactBits.RemoveBeyond(compatible, task.FactCount);
        foreach (var fact in facts)
        {
            FactBits.Intersect(compatible, pairs.Row(fact));
        }

        foreach (var fact in facts)
        {
            if (!FactBits.Contains(compatible, fact) || !pairs.Contains(fact, fact))
            {
                return false;
            }
        }

        return Narrow(pairs, compatible);
    }

    /// <summary>Whether each variable has a value in a set of facts.</summary>
    public bool CoversAllVariables(ReadOnlySpan<ulong> facts)
    {
        for (var variable = 0; variable < task.Variables.Length; variable++)
        {
            if (FactBits.CountUpToTwo(facts, task.FactOffsets[variable], task.FactOffsets[variable + 1], out _) == 0)
            {
                return false;
            }
        }

        return true;
    }

    private bool Narrow(PairSet pairs, Span<ulong> compatible)
    {
        var known = new bool[task.Variables.Length];
        for (var changed = true; changed;)
        {
            changed = false;
            for (var variable = 0; variable < known.Length; variable++)
            {
                var count = FactBits.CountUpToTwo(compatible, task.FactOffsets[variable], task.FactOffsets[variable + 1], out var only);
                if (count == 0)
                {
                    return false;
                }

                if (count == 1 && !known[variable])
                {
                    known[variable] = true;
                    changed = true;
                    FactBits.Intersect(compatible, pairs.Row(only));
                }
            }
        }

        return true;
    }
}
