using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;
using Prudence.Budgeting;

namespace Prudence.Planning.States;

/// <summary>
/// An open-addressing hash table of state ids. A slot is eight bytes: 32 bits of hash above the id plus one; zero is empty. A small table doubles;
/// a large one is a directory of segments that split one at a time (extendible hashing, Fagin et al. 1979), so that growing never holds two tables.
/// The upper bits of a hash choose the segment, the lower ones the slot in it.
/// </summary>
internal sealed unsafe class StateTable : IDisposable
{
    private const int FirstSegmentBits = 10;
    private const int LastSegmentBits = 18;
    private const int HashBits = 32;

    private readonly StopSignal stop;
    private readonly List<nint> owned = [];
    private int segmentBits = FirstSegmentBits;
    private int directoryBits;
    private Entry* directory;
    private nint spare;

    /// <summary>An empty table.</summary>
    public StateTable(StopSignal stop) => this.stop = stop;

    /// <summary>Frees a table that was not disposed of.</summary>
    ~StateTable() => Free();

    /// <summary>The memory held, in bytes.</summary>
    public long Bytes => (owned.Count + (spare == 0 ? 0 : 1)) * (long)SegmentBytes;

    /// <summary>The bits that number the slots of a segment.</summary>
    public uint SlotMask => (1u << segmentBits) - 1;

    private int SegmentBytes => sizeof(ulong) << segmentBits;

    private int MaximumLoad => (1 << segmentBits) / 4 * 3;

    /// <summary>The slots of the segment where a hash belongs; probing starts at the hash's lower bits and wraps around.</summary>
    public ulong* Segment(uint hash) => directory[(nint)((ulong)hash >> (HashBits - directoryBits))].Slots;

    /// <summary>The content of the slot for an id.</summary>
    public static ulong Slot(uint hash, int id) => ((ulong)hash << HashBits) | ((uint)id + 1);

    /// <summary>The id in a slot that is not empty.</summary>
    public static int Id(ulong slot) => (int)((uint)slot - 1);

    /// <summary>Brings the first slot for a hash near.</summary>
    public void Prefetch(uint hash)
    {
        if (Sse.IsSupported)
        {
            Sse.Prefetch0(Segment(hash) + (hash & SlotMask));
        }
    }

    /// <summary>Makes sure that an id with this hash can be added; false if memory is refused. May move slots.</summary>
    public bool TryMakeRoom(uint hash)
    {
        if (directory != null)
        {
            var entry = directory[(nint)((ulong)hash >> (HashBits - directoryBits))];
            if (*entry.Count < MaximumLoad)
            {
                return true;
            }
        }

        return directory == null ? TryStart() : segmentBits < LastSegmentBits ? TryDouble() : TrySplit(hash);
    }

    /// <summary>Records that one slot for this hash was filled.</summary>
    public void CountAdded(uint hash) => ++*directory[(nint)((ulong)hash >> (HashBits - directoryBits))].Count;

    /// <inheritdoc/>
    public void Dispose()
    {
        Free();
        GC.SuppressFinalize(this);
    }

    private bool TryStart()
    {
        if (!TryAllocate(SegmentBytes, out var slots))
        {
            return false;
        }

        owned.Add(slots);
        directory = (Entry*)NativeMemory.Alloc((nuint)sizeof(Entry));
        directory[0] = NewEntry(slots, 0);
        return true;
    }

    private bool TryDouble()
    {
        if (!TryAllocate(SegmentBytes * 2, out var slots))
        {
            return false;
        }

        var old = directory[0].Slots;
        var oldCount = 1 << segmentBits;
        segmentBits++;
        for (var i = 0; i < oldCount; i++)
        {
            if (old[i] != 0)
            {
                Place((ulong*)slots, old[i]);
            }
        }

        NativeMemory.Free(old);
        directory[0].Slots = (ulong*)slots;
        owned[0] = slots;
        return true;
    }

    // The slots of a full segment are dealt out by the next bit of their hashes into a new segment and the spare one; the old one is the next spare.
    private bool TrySplit(uint hash)
    {
        if ((spare == 0 && !TryAllocate(SegmentBytes, out spare)) || !TryAllocate(SegmentBytes, out var upper))
        {
            return false;
        }

        var full = directory[(nint)((ulong)hash >> (HashBits - directoryBits))];
        if (full.Depth == directoryBits)
        {
            DoubleDirectory();
        }

        var lower = spare;
        var lowerEntry = NewEntry(lower, full.Depth + 1);
        var upperEntry = NewEntry(upper, full.Depth + 1);
        Deal(full.Slots, full.Depth, lowerEntry, upperEntry);
        Redirect(hash, full.Depth, lowerEntry, upperEntry);
        owned[owned.IndexOf((nint)full.Slots)] = lower;
        owned.Add(upper);
        spare = (nint)full.Slots;
        new Span<byte>((void*)spare, SegmentBytes).Clear();
        NativeMemory.Free(full.Count);
        return true;
    }

    private void Deal(ulong* full, int depth, Entry lower, Entry upper)
    {
        var bit = 1UL << (HashBits + HashBits - 1 - depth);
        for (var i = 0; i < 1 << segmentBits; i++)
        {
            if (full[i] != 0)
            {
                var entry = (full[i] & bit) == 0 ? lower : upper;
                Place(entry.Slots, full[i]);
                ++*entry.Count;
            }
        }
    }

    // All directory entries that led to the split segment: they share its depth's leading bits of the hash.
    private void Redirect(uint hash, int depth, Entry lower, Entry upper)
    {
        var span = 1 << (directoryBits - depth);
        var first = (int)((ulong)hash >> (HashBits - directoryBits)) & ~(span - 1);
        for (var i = 0; i < span; i++)
        {
            directory[first + i] = i < span / 2 ? lower : upper;
        }
    }

    private void DoubleDirectory()
    {
        var count = 1 << directoryBits;
        directory = (Entry*)NativeMemory.Realloc(directory, (nuint)count * 2 * (nuint)sizeof(Entry));
        for (var i = count - 1; i >= 0; i--)
        {
            directory[(2 * i) + 1] = directory[i];
            directory[2 * i] = directory[i];
        }

        directoryBits++;
    }

    private void Place(ulong* slots, ulong slot)
    {
        var i = (uint)(slot >> HashBits) & SlotMask;
        while (slots[i] != 0)
        {
            i = (i + 1) & SlotMask;
        }

        slots[i] = slot;
    }

    private bool TryAllocate(int bytes, out nint memory)
    {
        memory = 0;
        if (!stop.TryReserveMemory(bytes))
        {
            return false;
        }

        memory = (nint)NativeMemory.AllocZeroed((nuint)bytes);
        return true;
    }

    private static Entry NewEntry(nint slots, int depth)
    {
        var count = (int*)NativeMemory.AllocZeroed(sizeof(int));
        return new Entry { Slots = (ulong*)slots, Count = count, Depth = depth };
    }

    private void Free()
    {
        for (var i = 0; directory != null && i < 1 << directoryBits; i++)
        {
            if (i == 0 || directory[i].Count != directory[i - 1].Count)
            {
                NativeMemory.Free(directory[i].Count);
            }
        }

        foreach (var segment in owned)
        {
            NativeMemory.Free((void*)segment);
        }

        owned.Clear();
        NativeMemory.Free((void*)spare);
        NativeMemory.Free(directory);
        spare = 0;
        directory = null;
    }

    private struct Entry
    {
        public ulong* Slots;
        public int* Count;
        public int Depth;
    }
}
