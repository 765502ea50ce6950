using System.Numerics;
using Prudence.Planning.Tasks;

namespace Prudence.Planning.Heuristics.Landmarks;

/// <summary>
/// For each landmark what comes directly and transitively before it, as sets of bits. Bits are numbered by position in a topological order,
/// so that a union can go from the latest predecessor down and leave out those that a later one has brought in already.
/// </summary>
internal sealed class PredecessorSets
{
    // Above this many landmarks the closure would not pay: only direct predecessors are known.
    private const int LargestClosure = 16384;

    private readonly int[] positions;
    private readonly ulong[][] direct;
    private readonly ulong[][] all;

    public PredecessorSets(IntLists greedyNecessary, IntLists natural)
    {
        At = SortTopologically(greedyNecessary, natural);
        positions = new int[At.Length];
        direct = new ulong[At.Length][];
        Words = (At.Length + 63) / 64;
        for (var position = 0; position < At.Length; position++)
        {
            positions[At[position]] = position;
            direct[position] = new ulong[Words];
        }

        AddDirect(greedyNecessary);
        AddDirect(natural);
        all = At.Length <= LargestClosure ? Close() : direct;
    }

    /// <summary>The landmark at each position.</summary>
    public int[] At { get; }

    /// <summary>The length of a set in words of 64 bits.</summary>
    public int Words { get; }

    /// <summary>
    /// Adds to a set the direct predecessors of <paramref name="landmark"/> that <paramref name="admits"/> allows, and all that comes before them.
    /// </summary>
    public void AddPredecessors(int landmark, ReadOnlySpan<ulong> admits, int except, ulong[] set)
    {
        var parents = direct[positions[landmark]];
        var excepted = positions[except];
        for (var word = Words - 1; word >= 0; word--)
        {
            for (var bits = parents[word] & admits[word]; bits != 0;)
            {
                var bit = 63 - BitOperations.LeadingZeroCount(bits);
                bits ^= 1UL << bit;
                var parent = (word << 6) + bit;
                if (parent != excepted && (set[word] >> bit & 1) == 0)
                {
                    set[word] |= 1UL << bit;
                    Unite(set, all[parent], word + 1);
                }
            }
        }
    }

    private static int[] SortTopologically(IntLists first, IntLists second)
    {
        var pending = new int[first.Count];
        foreach (var later in first.Items)
        {
            pending[later]++;
        }

        foreach (var later in second.Items)
        {
            pending[later]++;
        }

        var order = new int[pending.Length];
        var count = 0;
        var taken = new bool[pending.Length];
        var next = 0;
        for (var start = 0; count < order.Length; start++)
        {
            // Where orderings are cyclic, the landmarks left over follow in any order.
            for (var landmark = 0; landmark < pending.Length && (start == 0 || next == count); landmark++)
            {
                if (!taken[landmark] && (pending[landmark] == 0 || start > 0))
                {
                    taken[landmark] = true;
                    order[count++] = landmark;
                }
            }

            for (; next < count; next++)
            {
                Release(first[order[next]], pending, taken, order, ref count);
                Release(second[order[next]], pending, taken, order, ref count);
            }
        }

        return order;
    }

    private static void Release(ReadOnlySpan<int> successors, int[] pending, bool[] taken, int[] order, ref int count)
    {
        foreach (var later in successors)
        {
            if (--pending[later] == 0 && !taken[later])
            {
                taken[later] = true;
                order[count++] = later;
            }
        }
    }

    private static void Unite(ulong[] target, ulong[] source, int length)
    {
        for (var word = 0; word < length; word++)
        {
            target[word] |= source[word];
        }
    }

    private void AddDirect(IntLists relation)
    {
        for (var earlier = 0; earlier < relation.Count; earlier++)
        {
            var position = positions[earlier];
            foreach (var later in relation[earlier])
            {
                direct[positions[later]][position >> 6] |= 1UL << position;
            }
        }
    }

    private ulong[][] Close()
    {
        var closure = new ulong[At.Length][];
        for (var position = 0; position < At.Length; position++)
        {
            var set = new ulong[Words];
            closure[position] = set;
            for (var word = Words - 1; word >= 0; word--)
            {
                for (var bits = direct[position][word]; bits != 0;)
                {
                    var bit = 63 - BitOperations.LeadingZeroCount(bits);
                    bits ^= 1UL << bit;
                    var parent = (word << 6) + bit;
                    if ((set[word] >> bit & 1) == 0)
                    {
                        set[word] |= 1UL << bit;
                        Unite(set, closure[parent] ?? direct[parent], word + 1);
                    }
                }
            }
        }

        return closure;
    }
}
