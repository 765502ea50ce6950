using Prudence.Planning.Tasks;

namespace Prudence.Planning.States;

/// <summary>
/// Applies operators to packed states. The effects of an operator are word assignments; unconditional ones on the same word are merged into one.
/// </summary>
internal sealed unsafe class OperatorEffects
{
    private readonly int storedWords;
    private readonly int[] starts;
    private readonly MaskedWord[] assignments;
    private readonly int[]? conditions;
    private readonly PackedConditions? conditionTests;
    private readonly int* startPointer;
    private readonly MaskedWord* assignmentPointer;

    /// <summary>Packs the effects of all operators of a task.</summary>
    public OperatorEffects(PlanningTask task, StatePacker packer)
    {
        storedWords = packer.StoredWords;
        var operators = task.Operators;
        starts = PinnedArray.Of<int>(operators.Count + 1);
        var packed = new List<MaskedWord>(operators.EffectFacts.Length);
        var packedConditions = operators.HasConditionalEffects ? new List<int>() : null;
        for (var o = 0; o < operators.Count; o++)
        {
            for (var effect = operators.EffectStarts[o]; effect < operators.EffectStarts[o + 1]; effect++)
            {
                Add(task, packer, effect, starts[o], packed, packedConditions);
            }

            starts[o + 1] = packed.Count;
        }

        if (packedConditions is not null)
        {
            conditions = [.. packedConditions];
            conditionTests = new PackedConditions(task, packer, operators.EffectConditions);
        }

        assignments = PinnedArray.Copy<MaskedWord>(packed.ToArray());
        startPointer = PinnedArray.Pointer(starts);
        assignmentPointer = PinnedArray.Pointer(assignments);
    }

    /// <summary>Writes the stored words of the state that an operator leads to.</summary>
    /// <param name="operatorId">An operator applicable in the parent.</param>
    /// <param name="parent">All words of the parent; the stored ones suffice if no effect is conditional.</param>
    /// <param name="child">Where the stored words go.</param>
    public void Apply(int operatorId, uint* parent, uint* child)
    {
        CopyWords(parent, child, storedWords);
        if (conditions is null)
        {
            var end = assignmentPointer + startPointer[operatorId + 1];
            for (var assignment = assignmentPointer + startPointer[operatorId]; assignment < end; assignment++)
            {
                ref var word = ref child[assignment->Word];
                word = (word & ~assignment->Mask) | assignment->Value;
            }
        }
        else
        {
            ApplyConditional(operatorId, parent, child);
        }
    }

    private void ApplyConditional(int operatorId, uint* parent, uint* child)
    {
        var end = startPointer[operatorId + 1];
        for (var i = startPointer[operatorId]; i < end; i++)
        {
            if (conditions![i] < 0 || conditionTests!.Holds(conditions[i], parent))
            {
                ref var word = ref child[assignmentPointer[i].Word];
                word = (word & ~assignmentPointer[i].Mask) | assignmentPointer[i].Value;
            }
        }
    }

    private static void CopyWords(uint* source, uint* target, int count)
    {
        var i = 0;
        for (; i + 2 <= count; i += 2)
        {
            *(ulong*)(target + i) = *(ulong*)(source + i);
        }

        if (i < count)
        {
            target[i] = source[i];
        }
    }

    // Effects keep their order, so that of several on one variable the last that happens counts.
    private static void Add(
        PlanningTask task, StatePacker packer, int effect, int first, List<MaskedWord> packed, List<int>? packedConditions)
    {
        var fact = task.Operators.EffectFacts[effect];
        var assignment = MaskedWord.For(packer, task.FactVariables[fact], task.FactValue(fact));
        var condition = task.Operators.EffectConditions[effect].Length == 0 ? -1 : effect;
        var same = condition >= 0 ? -1 : LastOnWord(packed, packedConditions, first, assignment.Word);
        if (same >= 0)
        {
            packed[same] = packed[same].With(assignment);
            return;
        }

        packed.Add(assignment);
        packedConditions?.Add(condition);
    }

    // An unconditional assignment may move up only past assignments to other words.
    private static int LastOnWord(List<MaskedWord> packed, List<int>? packedConditions, int first, int word)
    {
        for (var i = packed.Count - 1; i >= first; i--)
        {
            if (packed[i].Word == word)
            {
                return packedConditions is null || packedConditions[i] < 0 ? i : -1;
            }
        }

        return -1;
    }
}
