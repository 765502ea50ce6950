namespace Prudence.Planning.Grounding.Encoding;

/// <summary>Drops from the effects of an operator those that repeat another, and those that only restate the precondition.</summary>
internal sealed class EffectFilter
{
    private readonly int[] variableOfFact;
    private readonly int[] requiredFacts;
    private readonly int[] requiredSince;
    private readonly int[] otherwiseSince;
    private readonly int[] writtenSince;
    private int now;

    public EffectFilter(VariableLayout layout)
    {
        variableOfFact = layout.VariableOfFact;
        requiredFacts = new int[layout.VariableCount];
        requiredSince = new int[layout.VariableCount];
        otherwiseSince = new int[layout.VariableCount];
        writtenSince = new int[variableOfFact.Length];
    }

    /// <summary>Filters the effects from <paramref name="start"/> on.</summary>
    public void Apply(ReadOnlySpan<int> precondition, List<int> effectFacts, FactListWriter conditions, int start)
    {
        now++;
        foreach (var fact in precondition)
        {
            requiredFacts[variableOfFact[fact]] = fact;
            requiredSince[variableOfFact[fact]] = now;
        }

        for (var e = start; e < effectFacts.Count; e++)
        {
            var variable = variableOfFact[effectFacts[e]];
            if (requiredSince[variable] != now || requiredFacts[variable] != effectFacts[e])
            {
                otherwiseSince[variable] = now;
            }
        }

        var kept = start;
        for (var e = start; e < effectFacts.Count; e++)
        {
            if (otherwiseSince[variableOfFact[effectFacts[e]]] != now || IsRepeated(effectFacts[e], conditions[e].Length == 0))
            {
                continue;
            }

            if (kept < e)
            {
                effectFacts[kept] = effectFacts[e];
                conditions.Move(e, kept);
            }

            kept++;
        }

        effectFacts.RemoveRange(kept, effectFacts.Count - kept);
        conditions.Truncate(kept);
    }

    private bool IsRepeated(int fact, bool isUnconditional)
    {
        if (!isUnconditional)
        {
            return false;
        }

        var repeated = writtenSince[fact] == now;
        writtenSince[fact] = now;
        return repeated;
    }
}
