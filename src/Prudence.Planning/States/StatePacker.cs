using System.Numerics;
using Prudence.Planning.Tasks;

namespace Prudence.Planning.States;

/// <summary>
/// Packs the values of a state's variables into 32-bit words. A variable never straddles two words. Variables that operators change fill the
/// first <see cref="StoredWords"/> words; derived variables follow in further words, which exist only while a state is being looked at,
/// because the axioms determine them.
/// </summary>
internal sealed unsafe class StatePacker
{
    private const int WordBits = 32;

    private readonly int variableCount;
    private readonly int* wordOf;
    private readonly int* shiftOf;
    private readonly uint* maskOf;

    // The pointers point into these.
    private readonly int[] wordArray;
    private readonly int[] shiftArray;
    private readonly uint[] maskArray;

    /// <summary>Lays out the variables of a task.</summary>
    public StatePacker(PlanningTask task)
    {
        ArgumentNullException.ThrowIfNull(task);
        variableCount = task.Variables.Length;
        wordArray = PinnedArray.Of<int>(variableCount);
        shiftArray = PinnedArray.Of<int>(variableCount);
        maskArray = PinnedArray.Of<uint>(variableCount);
        wordOf = PinnedArray.Pointer(wordArray);
        shiftOf = PinnedArray.Pointer(shiftArray);
        maskOf = PinnedArray.Pointer(maskArray);
        StoredWords = Math.Max(1, LayOut(task, derived: false, 0));
        TotalWords = LayOut(task, derived: true, StoredWords);
    }

    /// <summary>The number of words that tell two states apart.</summary>
    public int StoredWords { get; }

    /// <summary>The number of words with the derived variables.</summary>
    public int TotalWords { get; }

    /// <summary>The number of variables.</summary>
    public int VariableCount => variableCount;

    /// <summary>The word that holds a variable.</summary>
    public int Word(int variable) => wordArray[variable];

    /// <summary>How far left of the lowest bit of its word a variable's value stands.</summary>
    public int Shift(int variable) => shiftArray[variable];

    /// <summary>The bits of a variable's value, before shifting.</summary>
    public uint Mask(int variable) => maskArray[variable];

    /// <summary>The value of one variable.</summary>
    public int Get(uint* words, int variable) => (int)((words[wordOf[variable]] >> shiftOf[variable]) & maskOf[variable]);

    /// <summary>Changes the value of one variable.</summary>
    public void Set(uint* words, int variable, int value)
    {
        var shift = shiftOf[variable];
        ref var word = ref words[wordOf[variable]];
        word = (word & ~(maskOf[variable] << shift)) | ((uint)value << shift);
    }

    /// <summary>Writes all words from one value per variable.</summary>
    public void Pack(ReadOnlySpan<int> values, uint* words)
    {
        new Span<uint>(words, TotalWords).Clear();
        for (var variable = 0; variable < values.Length; variable++)
        {
            words[wordOf[variable]] |= (uint)values[variable] << shiftOf[variable];
        }
    }

    /// <summary>Reads all variables, derived ones included.</summary>
    public void Unpack(uint* words, int* values)
    {
        for (var variable = 0; variable < variableCount; variable++)
        {
            values[variable] = (int)((words[wordOf[variable]] >> shiftOf[variable]) & maskOf[variable]);
        }
    }

    // First fit, widest variables first: wastes at most a few bits in the last words.
    private int LayOut(PlanningTask task, bool derived, int firstWord)
    {
        var used = new List<int>();
        var firstOpen = 0;
        foreach (var variable in WidestFirst(task, derived))
        {
            var bits = BitsFor(task.Variables[variable].DomainSize);
            while (firstOpen < used.Count && used[firstOpen] == WordBits)
            {
                firstOpen++;
            }

            var word = firstOpen;
            while (word < used.Count && used[word] + bits > WordBits)
            {
                word++;
            }

            if (word == used.Count)
            {
                used.Add(0);
            }

            wordArray[variable] = firstWord + word;
            shiftArray[variable] = bits == 0 ? 0 : used[word];
            maskArray[variable] = (uint)((1UL << bits) - 1);
            used[word] += bits;
        }

        return firstWord + used.Count;
    }

    private static List<int> WidestFirst(PlanningTask task, bool derived)
    {
        var order = new List<int>();
        for (var bits = WordBits; bits >= 0; bits--)
        {
            for (var variable = 0; variable < task.Variables.Length; variable++)
            {
                if (task.Variables[variable].IsDerived == derived && BitsFor(task.Variables[variable].DomainSize) == bits)
                {
                    order.Add(variable);
                }
            }
        }

        return order;
    }

    private static int BitsFor(int domainSize) => domainSize <= 1 ? 0 : WordBits - BitOperations.LeadingZeroCount((uint)domainSize - 1);
}
