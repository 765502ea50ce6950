using System.Numerics;
using System.Runtime.CompilerServices;

namespace Prudence.Planning.Heuristics.Relaxation;

/// <summary>
/// A priority queue of facts for Dijkstra-like explorations: one stack per cost below <see cref="BucketCount"/>, with a bitmap that finds the
/// next one, and a binary heap for what is dearer. Entries are never removed early: the caller skips a fact that came out cheaper before.
/// Keys must not fall below the last key taken out.
/// </summary>
internal sealed unsafe class FactQueue
{
    private const int BucketCount = 1 << 16;

    private readonly PinnedArray<int> headsMemory = new(BucketCount);
    private readonly PinnedArray<ulong> usedMemory = new(BucketCount / 64);
    private PinnedArray<Entry> entriesMemory = new(1024);
    private readonly int* heads;
    private readonly ulong* used;
    private Entry* entries;
    private readonly PriorityQueue<int, int> heap = new();
    private int capacity;
    private int entryCount = 1;
    private int word;
    private int largestWord;

    public FactQueue()
    {
        heads = headsMemory.Pointer;
        used = usedMemory.Pointer;
        entries = entriesMemory.Pointer;
        capacity = entriesMemory.Length;
    }

    /// <summary>Adds a fact.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Push(int cost, int fact)
    {
        if (cost >= BucketCount)
        {
            heap.Enqueue(fact, cost);
            return;
        }

        var entry = entryCount++;
        if (entry == capacity)
        {
            Grow();
        }

        entries[entry].Fact = fact;
        entries[entry].Next = heads[cost];
        heads[cost] = entry;
        used[cost >> 6] |= 1UL << cost;
        largestWord = Math.Max(largestWord, cost >> 6);
    }

    /// <summary>Takes out a fact with the lowest cost, the one added last; false if there is none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryPop(out int cost, out int fact)
    {
        var bits = used[word];
        while (bits == 0)
        {
            if (word >= largestWord)
            {
                return heap.TryDequeue(out fact, out cost);
            }

            bits = used[++word];
        }

        cost = (word << 6) + BitOperations.TrailingZeroCount(bits);
        var entry = heads[cost];
        fact = entries[entry].Fact;
        heads[cost] = entries[entry].Next;
        if (heads[cost] == 0)
        {
            used[word] = bits & (bits - 1);
        }

        return true;
    }

    /// <summary>Forgets all facts.</summary>
    public void Clear()
    {
        for (; word <= largestWord; word++)
        {
            for (var bits = used[word]; bits != 0; bits &= bits - 1)
            {
                heads[(word << 6) + BitOperations.TrailingZeroCount(bits)] = 0;
            }

            used[word] = 0;
        }

        word = 0;
        largestWord = 0;
        entryCount = 1;
        heap.Clear();
    }

    private void Grow()
    {
        var larger = new PinnedArray<Entry>(entriesMemory.Length * 2);
        entriesMemory.Span.CopyTo(larger.Span);
        entriesMemory = larger;
        entries = larger.Pointer;
        capacity = larger.Length;
    }

    private struct Entry
    {
        public int Fact;
        public int Next;
    }
}
