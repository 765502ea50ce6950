namespace Prudence.Planning.Grounding.Encoding;

/// <summary>Reduces conjunctions of literals: to those that neither the task as a whole nor the others among them imply.</summary>
internal sealed class ConjunctionDraft
{
    private readonly TaskPruning pruning;
    private readonly Knowledge knowledge;

    public ConjunctionDraft(TaskPruning pruning, AtomGroups groups)
    {
        this.pruning = pruning;
        knowledge = new Knowledge(pruning.Task.AtomCount, groups);
    }

    /// <summary>What the conjunction read last implies.</summary>
    public Knowledge Knowledge => knowledge;

    /// <summary>
    /// Reads a conjunction and appends what is left of it to <paramref name="kept"/>: first positive literals, then negative ones
    /// that do not follow from them.
    /// </summary>
    /// <param name="literals">The conjunction.</param>
    /// <param name="context">What holds anyway; null if nothing is known.</param>
    /// <param name="kept">Where to append.</param>
    /// <returns>False if it cannot hold (then what was appended means nothing).</returns>
    public bool Read(ReadOnlySpan<int> literals, Knowledge? context, List<int> kept)
    {
        knowledge.Clear();
        var negatives = false;
        foreach (var literal in literals)
        {
            if (literal < 0)
            {
                negatives = true;
            }
            else if (!Take(literal, context, kept))
            {
                return false;
            }
        }

        if (negatives)
        {
            foreach (var literal in literals)
            {
                if (literal < 0 && !Take(literal, context, kept))
                {
                    return false;
                }
            }
        }

        return true;
    }

    private bool Take(int literal, Knowledge? context, List<int> kept)
    {
        if (pruning.IsAlways(literal))
        {
            return true;
        }

        if (pruning.IsNever(literal) || knowledge.Excludes(literal) || (context is not null && context.Excludes(literal)))
        {
            return false;
        }

        if (!knowledge.Implies(literal) && (context is null || !context.Implies(literal)))
        {
            knowledge.Learn(literal);
            kept.Add(literal);
        }

        return true;
    }
}
