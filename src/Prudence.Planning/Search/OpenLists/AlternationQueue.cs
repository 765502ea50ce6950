using Prudence.Budgeting;

namespace Prudence.Planning.Search.OpenLists;

/// <summary>
/// Several queues that take turns (Röger and Helmert 2010, "The more, the merrier"): one per heuristic and, if operators are preferred, after each a
/// second one for successors by preferred operators, which get more turns after progress (Richter and Helmert 2009).
/// </summary>
/// <typeparam name="T">The entries.</typeparam>
internal sealed class AlternationQueue<T> : IDisposable
    where T : unmanaged
{
    private readonly BucketQueue<T>[] queues;
    private readonly long[] priorities;
    private readonly bool withPreferred;
    private int next;

    /// <summary>Empty queues.</summary>
    /// <param name="heuristics">The number of heuristics.</param>
    /// <param name="withPreferred">Whether there are queues for preferred successors.</param>
    /// <param name="stop">Whom to ask for memory.</param>
    public AlternationQueue(int heuristics, bool withPreferred, StopSignal stop)
    {
        this.withPreferred = withPreferred;
        queues = new BucketQueue<T>[heuristics * (withPreferred ? 2 : 1)];
        priorities = new long[queues.Length];
        for (var i = 0; i < queues.Length; i++)
        {
            queues[i] = new BucketQueue<T>(stop);
        }
    }

    /// <summary>Entries in all queues.</summary>
    public long Count
    {
        get
        {
            var count = 0L;
            foreach (var queue in queues)
            {
                count += queue.Count;
            }

            return count;
        }
    }

    /// <summary>The memory held, in bytes.</summary>
    public long Bytes
    {
        get
        {
            var bytes = 0L;
            foreach (var queue in queues)
            {
                bytes += queue.Bytes;
            }

            return bytes;
        }
    }

    /// <summary>The lowest key of the queue whose turn is next; there must be an entry.</summary>
    public ulong LowestKey => queues[Next()].LowestKey;

    /// <summary>Adds an entry to the queue of a heuristic, and to that for preferred successors if it is one; false if memory is refused.</summary>
    public bool TryPush(int heuristic, bool preferred, ulong key, T entry) =>
        withPreferred
            ? queues[2 * heuristic].TryPush(key, entry) && (!preferred || queues[(2 * heuristic) + 1].TryPush(key, entry))
            : queues[heuristic].TryPush(key, entry);

    /// <summary>Removes the entry whose turn it is; false if all queues are empty.</summary>
    public bool TryPop(out T entry)
    {
        next = queues.Length == 1 ? 0 : Next();
        if (next < 0 || queues[next].Count == 0)
        {
            entry = default;
            return false;
        }

        entry = queues[next].Pop();
        priorities[next]++;
        return true;
    }

    /// <summary>The entry behind the last one removed, if it is in the same queue: a guess at what comes next.</summary>
    public bool TryPeekBehind(out T entry)
    {
        var any = queues[next].Count > 0;
        entry = any ? queues[next].Peek() : default;
        return any;
    }

    /// <summary>Gives the queues for preferred successors that many turns more.</summary>
    public void BoostPreferred(int turns)
    {
        for (var i = 1; withPreferred && i < queues.Length; i += 2)
        {
            priorities[i] -= turns;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => Array.ForEach(queues, static queue => queue.Dispose());

    // The queue that had the fewest turns, among those with entries; of several the first.
    private int Next()
    {
        var best = -1;
        for (var i = 0; i < queues.Length; i++)
        {
            if (queues[i].Count > 0 && (best < 0 || priorities[i] < priorities[best]))
            {
                best = i;
            }
        }

        return best;
    }
}
