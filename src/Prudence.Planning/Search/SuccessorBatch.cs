using Prudence.Planning.States;

namespace Prudence.Planning.Search;

/// <summary>
/// Successors of one state, a few at a time. All are computed and hashed first while the hash table's slots and the records these name are
/// brought near, so that looking the states up does not wait for memory one by one.
/// </summary>
internal sealed unsafe class SuccessorBatch
{
    /// <summary>How many successors are looked at together.</summary>
    public const int Size = 32;

    private readonly TransitionSystem system;
    private readonly StateRegistry registry;
    private readonly int storedWords;
    private readonly uint[] wordArray;
    private readonly uint[] hashArray;
    private readonly int[] operatorArray;
    private readonly int[] stackArray;
    private readonly uint* words;
    private readonly uint* hashes;
    private readonly int* stack;

    /// <summary>Scratch memory for one thread.</summary>
    public SuccessorBatch(TransitionSystem system, StateRegistry registry)
    {
        this.system = system;
        this.registry = registry;
        storedWords = system.Packer.StoredWords;
        wordArray = PinnedArray.Of<uint>(Size * storedWords);
        hashArray = PinnedArray.Of<uint>(Size);
        operatorArray = PinnedArray.Of<int>(system.Task.Operators.Count);
        stackArray = PinnedArray.Of<int>(system.Generator.NodeCount);
        words = PinnedArray.Pointer(wordArray);
        hashes = PinnedArray.Pointer(hashArray);
        stack = PinnedArray.Pointer(stackArray);
        Operators = PinnedArray.Pointer(operatorArray);
    }

    /// <summary>The operators found by <see cref="FindOperators"/>.</summary>
    public int* Operators { get; }

    /// <summary>Lists the operators applicable in a state given by all its words, and says how many there are.</summary>
    public int FindOperators(uint* state) => system.Generator.Generate(state, Operators, stack);

    /// <summary>The stored words of a successor.</summary>
    public uint* Words(int index) => words + (index * storedWords);

    /// <summary>The hash of a successor.</summary>
    public uint Hash(int index) => hashes[index];

    /// <summary>Computes successors by up to <see cref="Size"/> operators.</summary>
    public void Compute(uint* parent, int* operators, int count)
    {
        var child = words;
        for (var i = 0; i < count; i++)
        {
            system.Apply(operators[i], parent, child);
            hashes[i] = StateHash.Compute(child, storedWords);
            registry.PrefetchSlot(hashes[i]);
            child += storedWords;
        }

        for (var i = 0; i < count; i++)
        {
            registry.PrefetchRecord(hashes[i]);
        }
    }
}
