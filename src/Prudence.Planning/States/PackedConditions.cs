using Prudence.Planning.Tasks;

namespace Prudence.Planning.States;

/// <summary>
/// Many conjunctions of facts as masked comparisons on the words of a packed state. Facts whose variables share a word cost one comparison together.
/// </summary>
internal sealed unsafe class PackedConditions
{
    private readonly int[] starts;
    private readonly MaskedWord[] tests;
    private readonly int* startPointer;
    private readonly MaskedWord* testPointer;

    /// <summary>Packs the conjunctions.</summary>
    public PackedConditions(PlanningTask task, StatePacker packer, IntLists conditions)
    {
        starts = PinnedArray.Of<int>(conditions.Count + 1);
        var packed = new List<MaskedWord>(conditions.Items.Length);
        for (var condition = 0; condition < conditions.Count; condition++)
        {
            AddMerged(packed, task, packer, conditions[condition]);
            starts[condition + 1] = packed.Count;
        }

        tests = PinnedArray.Copy<MaskedWord>(packed.ToArray());
        startPointer = PinnedArray.Pointer(starts);
        testPointer = PinnedArray.Pointer(tests);
    }

    /// <summary>Whether all facts of a conjunction hold.</summary>
    public bool Holds(int condition, uint* words)
    {
        var end = testPointer + startPointer[condition + 1];
        for (var test = testPointer + startPointer[condition]; test < end; test++)
        {
            if ((words[test->Word] & test->Mask) != test->Value)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Appends the tests of one conjunction, at most one per word.</summary>
    public static void AddMerged(List<MaskedWord> tests, PlanningTask task, StatePacker packer, ReadOnlySpan<int> facts)
    {
        var first = tests.Count;
        foreach (var fact in facts)
        {
            var variable = task.FactVariables[fact];
            var added = MaskedWord.For(packer, variable, task.FactValue(fact));
            var same = tests.FindIndex(first, test => test.Word == added.Word);
            if (same < 0)
            {
                tests.Add(added);
            }
            else
            {
                tests[same] = tests[same].With(added);
            }
        }
    }
}
