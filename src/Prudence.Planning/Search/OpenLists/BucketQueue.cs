using Prudence.Budgeting;
using Prudence.Planning.States;

namespace Prudence.Planning.Search.OpenLists;

/// <summary>
/// A priority queue whose entries of equal key leave in the order they came. Entries of a key form a chain of small blocks in native memory;
/// the keys in use are few, so a heap of keys and a table from key to bucket cost little and large costs need no large arrays.
/// </summary>
/// <typeparam name="T">The entries.</typeparam>
internal sealed unsafe class BucketQueue<T> : IDisposable
    where T : unmanaged
{
    private const int BlockBytes = 128;
    private const int None = -1;

    private static readonly int HeaderEntries = (sizeof(int) + sizeof(T) - 1) / sizeof(T);
    private static readonly int BlockEntries = BlockBytes / sizeof(T);

    private readonly NativeChunks blocks;
    private readonly KeyTable keys = new();
    private Bucket[] buckets = new Bucket[16];
    private int bucketCount;
    private int freeBucket = None;
    private int blockCount;
    private int freeBlock = None;

    /// <summary>An empty queue.</summary>
    public BucketQueue(StopSignal stop) => blocks = new NativeChunks(BlockBytes, stop);

    /// <summary>The number of entries.</summary>
    public long Count { get; private set; }

    /// <summary>The memory held, in bytes.</summary>
    public long Bytes => blocks.Bytes;

    /// <summary>The lowest key. There must be an entry.</summary>
    public ulong LowestKey => keys.LowestKey;

    /// <summary>The entry that leaves next. There must be one.</summary>
    public T Peek()
    {
        ref var bucket = ref buckets[keys.LowestBucket];
        return ((T*)blocks[bucket.HeadBlock])[bucket.HeadIndex];
    }

    /// <summary>Adds an entry; false if memory is refused.</summary>
    public bool TryPush(ulong key, T entry)
    {
        var index = keys.Find(key);
        if (index < 0 && (index = AddBucket(key)) < 0)
        {
            return false;
        }

        ref var bucket = ref buckets[index];
        if (bucket.TailIndex == BlockEntries && !Extend(ref bucket))
        {
            return false;
        }

        ((T*)blocks[bucket.TailBlock])[bucket.TailIndex++] = entry;
        Count++;
        return true;
    }

    /// <summary>Removes the entry that came first of those with the lowest key. There must be one.</summary>
    public T Pop()
    {
        ref var bucket = ref buckets[keys.LowestBucket];
        var entry = ((T*)blocks[bucket.HeadBlock])[bucket.HeadIndex++];
        Count--;
        if (bucket.HeadBlock == bucket.TailBlock)
        {
            if (bucket.HeadIndex == bucket.TailIndex)
            {
                RemoveBucket(ref bucket);
            }
        }
        else if (bucket.HeadIndex == BlockEntries)
        {
            var next = *(int*)blocks[bucket.HeadBlock];
            FreeBlock(bucket.HeadBlock);
            bucket.HeadBlock = next;
            bucket.HeadIndex = HeaderEntries;
        }

        return entry;
    }

    /// <summary>Removes all entries; the memory stays.</summary>
    public void Clear()
    {
        keys.Clear();
        bucketCount = 0;
        freeBucket = None;
        blockCount = 0;
        freeBlock = None;
        Count = 0;
    }

    /// <inheritdoc/>
    public void Dispose() => blocks.Dispose();

    private int AddBucket(ulong key)
    {
        var block = AllocateBlock();
        if (block < 0)
        {
            return None;
        }

        var index = freeBucket;
        if (index >= 0)
        {
            freeBucket = buckets[index].HeadBlock;
        }
        else
        {
            index = bucketCount++;
            if (index == buckets.Length)
            {
                Array.Resize(ref buckets, 2 * index);
            }
        }

        buckets[index] = new Bucket { HeadBlock = block, TailBlock = block, HeadIndex = HeaderEntries, TailIndex = HeaderEntries };
        keys.Add(key, index);
        return index;
    }

    private void RemoveBucket(ref Bucket bucket)
    {
        FreeBlock(bucket.HeadBlock);
        bucket.HeadBlock = freeBucket;
        freeBucket = keys.RemoveLowest();
    }

    private bool Extend(ref Bucket bucket)
    {
        var block = AllocateBlock();
        if (block < 0)
        {
            return false;
        }

        *(int*)blocks[bucket.TailBlock] = block;
        bucket.TailBlock = block;
        bucket.TailIndex = HeaderEntries;
        return true;
    }

    private int AllocateBlock()
    {
        if (freeBlock >= 0)
        {
            var block = freeBlock;
            freeBlock = *(int*)blocks[block];
            return block;
        }

        return blockCount < blocks.Capacity || blocks.TryGrow() ? blockCount++ : None;
    }

    private void FreeBlock(int block)
    {
        *(int*)blocks[block] = freeBlock;
        freeBlock = block;
    }

    private struct Bucket
    {
        public int HeadBlock;
        public int HeadIndex;
        public int TailBlock;
        public int TailIndex;
    }
}
