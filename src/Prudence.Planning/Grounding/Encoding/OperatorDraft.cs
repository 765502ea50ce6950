namespace Prudence.Planning.Grounding.Encoding;

/// <summary>
/// One operator at a time, still over atoms: conditions reduced to what the precondition does not imply, effects that cannot happen
/// or change nothing left out. Scratch space that is filled again for every operator.
/// </summary>
internal sealed class OperatorDraft
{
    private readonly TaskPruning pruning;
    private readonly ConjunctionDraft precondition;
    private readonly ConjunctionDraft condition;
    private readonly List<int> conditionStarts = [];
    private readonly List<int> conditionLiterals = [];

    public OperatorDraft(TaskPruning pruning, AtomGroups groups)
    {
        this.pruning = pruning;
        precondition = new ConjunctionDraft(pruning, groups);
        condition = new ConjunctionDraft(pruning, groups);
    }

    /// <summary>The reduced precondition, positive literals first.</summary>
    public List<int> Precondition { get; } = [];

    /// <summary>The literal of each effect that is left.</summary>
    public List<int> EffectLiterals { get; } = [];

    /// <summary>The number of the effect in the propositional task.</summary>
    public List<int> EffectIds { get; } = [];

    /// <summary>Everything the precondition implies.</summary>
    public Knowledge Known => precondition.Knowledge;

    /// <summary>The reduced condition of an effect.</summary>
    public ReadOnlySpan<int> Condition(int effect) =>
        System.Runtime.InteropServices.CollectionsMarshal.AsSpan(conditionLiterals)[conditionStarts[effect]..conditionStarts[effect + 1]];

    /// <summary>Reads an operator.</summary>
    /// <returns>False if it is never applicable.</returns>
    public bool Read(int operatorId)
    {
        var task = pruning.Task;
        Precondition.Clear();
        EffectLiterals.Clear();
        EffectIds.Clear();
        conditionStarts.Clear();
        conditionStarts.Add(0);
        conditionLiterals.Clear();
        if (!precondition.Read(task.Preconditions[operatorId], null, Precondition))
        {
            return false;
        }

        for (var effect = task.EffectStarts[operatorId]; effect < task.EffectStarts[operatorId + 1]; effect++)
        {
            if (!pruning.RemovedEffects[effect])
            {
                ReadEffect(effect);
            }
        }

        return true;
    }

    private void ReadEffect(int effect)
    {
        var literal = pruning.Task.EffectLiterals[effect];
        if (pruning.Status[literal >= 0 ? literal : ~literal] != AtomStatus.Open)
        {
            return;
        }

        var possible = condition.Read(pruning.Task.EffectConditions[effect], Known, conditionLiterals);
        var changesNothing = literal < 0 && (Known.IsFalse(~literal) || condition.Knowledge.IsFalse(~literal));
        if (!possible || changesNothing)
        {
            var start = conditionStarts[^1];
            conditionLiterals.RemoveRange(start, conditionLiterals.Count - start);
            return;
        }

        EffectLiterals.Add(literal);
        EffectIds.Add(effect);
        conditionStarts.Add(conditionLiterals.Count);
    }
}
