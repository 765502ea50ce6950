using Prudence.Budgeting;
using Prudence.Planning.Tasks;

namespace Prudence.Planning.Search.Width;

/// <summary>
/// Remembers which atoms, and which pairs of atoms, states have contained, apart for each value of the counters that partition them
/// (Lipovetzky and Geffner 2012, "Width and serialization of classical planning problems"). Facts that say an atom is false, or that none of a
/// variable's atoms is true, do not count.
/// </summary>
internal sealed class NoveltyTable
{
    /// <summary>The novelty of a state with nothing new as far as is remembered.</summary>
    public const int NotNovel = 3;

    private readonly int[] atomOfFact;
    private readonly int atomCount;
    private readonly int width;
    private readonly long pairBytesLimit;
    private readonly StopSignal stop;
    private readonly Dictionary<long, Partition> partitions = [];
    private long pairBytes;

    /// <summary>An empty table.</summary>
    /// <param name="task">The task.</param>
    /// <param name="width">1 to remember atoms, 2 to remember pairs too.</param>
    /// <param name="pairBytesLimit">The most memory for pairs; parts of the state space met once it is used up are remembered by atoms only.</param>
    /// <param name="stop">Whom to ask for memory.</param>
    public NoveltyTable(PlanningTask task, int width, long pairBytesLimit, StopSignal stop)
    {
        this.width = width;
        this.pairBytesLimit = pairBytesLimit;
        this.stop = stop;
        atomOfFact = new int[task.FactCount];
        for (var fact = 0; fact < atomOfFact.Length; fact++)
        {
            atomOfFact[fact] = task.FactName(fact) is ['(', ..] ? atomCount++ : -1;
        }
    }

    /// <summary>The memory held, in bytes.</summary>
    public long Bytes => pairBytes + (partitions.Count * (long)Words(atomCount) * sizeof(ulong));

    /// <summary>The number of an atom, or -1 if the fact is none.</summary>
    public int Atom(int fact) => atomOfFact[fact];

    /// <summary>Remembers a state and says how novel it was: the size of the smallest new set of atoms, or <see cref="NotNovel"/>.</summary>
    /// <param name="key">The values of the counters, as one number.</param>
    /// <param name="atoms">The state's atoms.</param>
    /// <param name="fresh">How many of the first of them may be new; the others were all in one state with this key before.</param>
    public int Add(long key, ReadOnlySpan<int> atoms, int fresh)
    {
        if (!partitions.TryGetValue(key, out var partition))
        {
            partition = NewPartition();
            partitions.Add(key, partition);
        }

        var isNew = false;
        foreach (var atom in atoms[..fresh])
        {
            isNew |= Mark(partition.Atoms, atom);
        }

        var hasNewPair = partition.Pairs is not null && AddPairs(partition.Pairs, atoms, fresh);
        return isNew ? 1 : hasNewPair ? 2 : NotNovel;
    }

    private static bool AddPairs(ulong[] pairs, ReadOnlySpan<int> atoms, int fresh)
    {
        var any = false;
        for (var i = 0; i < fresh; i++)
        {
            long first = atoms[i];
            foreach (long second in atoms[(i + 1)..])
            {
                any |= Mark(pairs, first < second ? (second * (second - 1) / 2) + first : (first * (first - 1) / 2) + second);
            }
        }

        return any;
    }

    private static bool Mark(ulong[] bits, long index)
    {
        ref var word = ref bits[index >> 6];
        var bit = 1UL << (int)index;
        var isNew = (word & bit) == 0;
        word |= bit;
        return isNew;
    }

    private static int Words(long bits) => (int)((bits + 63) / 64);

    private Partition NewPartition()
    {
        var atoms = new ulong[Words(atomCount)];
        var pairCount = (long)atomCount * (atomCount - 1) / 2;
        var bytes = Words(Math.Min(pairCount, int.MaxValue)) * (long)sizeof(ulong);
        if (width < 2 || pairCount > int.MaxValue || pairBytes + bytes > pairBytesLimit || !stop.TryReserveMemory(bytes))
        {
            return new Partition(atoms, null);
        }

        pairBytes += bytes;
        return new Partition(atoms, new ulong[Words(pairCount)]);
    }

    private readonly record struct Partition(ulong[] Atoms, ulong[]? Pairs);
}
