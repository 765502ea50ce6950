using System.Runtime.InteropServices;
using Prudence.Planning.Heuristics;

namespace Prudence.Planning.States;

/// <summary>
/// The state a search is looking at: completes the stored words with derived variables, and unpacks them when someone asks for values.
/// Scratch memory for one thread.
/// </summary>
internal sealed unsafe class StateView
{
    private readonly TransitionSystem system;
    private readonly AxiomProgram? axioms;
    private readonly uint[] wordArray;
    private readonly int[] valueArray;
    private readonly uint* words;
    private readonly int* values;
    private uint* current;
    private bool unpacked;

    /// <summary>Scratch memory for states of a task.</summary>
    public StateView(TransitionSystem system)
    {
        this.system = system;
        wordArray = PinnedArray.Of<uint>(system.Packer.TotalWords);
        valueArray = PinnedArray.Of<int>(system.Packer.VariableCount);
        words = PinnedArray.Pointer(wordArray);
        values = PinnedArray.Pointer(valueArray);
        current = words;
        axioms = system.Axioms;
    }

    /// <summary>All words of the state looked at.</summary>
    public uint* Words => current;

    /// <summary>The values of the state looked at.</summary>
    public ReadOnlySpan<int> Values
    {
        get
        {
            if (!unpacked)
            {
                system.Packer.Unpack(current, values);
                unpacked = true;
            }

            return new ReadOnlySpan<int>(values, system.Packer.VariableCount);
        }
    }

    /// <summary>The state looked at, as heuristics see it.</summary>
    public State AsState(int id) => new(id, Values);

    /// <summary>Looks at a state given by its stored words, which must stay where they are until the next call.</summary>
    public void Show(uint* stored)
    {
        if (axioms is null)
        {
            current = stored;
            unpacked = false;
        }
        else
        {
            Complete(stored, axioms);
        }
    }

    /// <summary>Looks at a state given by the values of its variables; derived ones are computed anew.</summary>
    public void Show(ReadOnlySpan<int> stateValues)
    {
        system.Packer.Pack(stateValues, words);
        Show(words);
    }

    private void Complete(uint* stored, AxiomProgram program)
    {
        if (stored != words)
        {
            NativeMemory.Copy(stored, words, (nuint)system.Packer.StoredWords * sizeof(uint));
        }

        program.Evaluate(words);
        current = words;
        unpacked = false;
    }
}
