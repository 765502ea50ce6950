using System.Runtime.Intrinsics.X86;
using Prudence.Budgeting;

namespace Prudence.Planning.States;

/// <summary>
/// The states a search has seen, each stored once under an id dense from 0. A record holds the packed state and, behind it, words that
/// the search uses as it likes (parent, operator, g), so that one cache line answers both "is it known?" and "what do we know of it?".
/// </summary>
internal sealed unsafe class StateRegistry : IDisposable
{
    private readonly NativeChunks records;
    private readonly StateTable table;
    private readonly int storedWords;
    private readonly int searchWords;

    /// <summary>An empty registry.</summary>
    /// <param name="storedWords">Words that tell states apart.</param>
    /// <param name="searchWords">Words behind them for the search; new records have them zero.</param>
    /// <param name="stop">Whom to ask for memory.</param>
    public StateRegistry(int storedWords, int searchWords, StopSignal stop)
    {
        this.storedWords = storedWords;
        this.searchWords = searchWords;
        records = new NativeChunks((storedWords + searchWords) * sizeof(uint), stop);
        table = new StateTable(stop);
    }

    /// <summary>The number of states.</summary>
    public int Count { get; private set; }

    /// <summary>The memory held, in bytes.</summary>
    public long Bytes => records.Bytes + table.Bytes;

    /// <summary>The packed state of an id and the search's words behind it. It never moves.</summary>
    public uint* Record(int id) => (uint*)records[id];

    /// <summary>
    /// Finds or adds a state. It was added if the answer is the former <see cref="Count"/>. The answer is -1 if memory for it was refused.
    /// </summary>
    /// <param name="words">The stored words.</param>
    /// <param name="hash">Their <see cref="StateHash"/>.</param>
    public int FindOrAdd(uint* words, uint hash)
    {
        if (!table.TryMakeRoom(hash))
        {
            return -1;
        }

        var slots = table.Segment(hash);
        var mask = table.SlotMask;
        var index = hash & mask;
        for (var slot = slots[index]; slot != 0; slot = slots[index])
        {
            if ((uint)(slot >> 32) == hash && Matches(StateTable.Id(slot), words))
            {
                return StateTable.Id(slot);
            }

            index = (index + 1) & mask;
        }

        return TryAdd(words, out var id) ? Place(slots + index, hash, id) : -1;
    }

    /// <summary>The id of a state, or -1.</summary>
    public int Find(uint* words, uint hash)
    {
        if (Count == 0)
        {
            return -1;
        }

        var slots = table.Segment(hash);
        var mask = table.SlotMask;
        for (var index = hash & mask; slots[index] != 0; index = (index + 1) & mask)
        {
            if ((uint)(slots[index] >> 32) == hash && Matches(StateTable.Id(slots[index]), words))
            {
                return StateTable.Id(slots[index]);
            }
        }

        return -1;
    }

    /// <summary>First step ahead of <see cref="FindOrAdd"/>: brings the slot near.</summary>
    public void PrefetchSlot(uint hash) => table.Prefetch(hash);

    /// <summary>Second step ahead of <see cref="FindOrAdd"/>: brings the record near that the slot seems to name.</summary>
    public void PrefetchRecord(uint hash)
    {
        var slots = table.Segment(hash);
        var mask = table.SlotMask;
        for (var index = hash & mask; slots[index] != 0; index = (index + 1) & mask)
        {
            if ((uint)(slots[index] >> 32) == hash)
            {
                PrefetchRecord(StateTable.Id(slots[index]));
                return;
            }
        }
    }

    /// <summary>Brings the record of an id near.</summary>
    public void PrefetchRecord(int id)
    {
        if (Sse.IsSupported)
        {
            Sse.Prefetch0(records[id]);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        records.Dispose();
        table.Dispose();
    }

    private bool Matches(int id, uint* words)
    {
        var record = Record(id);
        for (var i = 0; i < storedWords; i++)
        {
            if (record[i] != words[i])
            {
                return false;
            }
        }

        return true;
    }

    private bool TryAdd(uint* words, out int id)
    {
        id = Count;
        if (Count == records.Capacity && !records.TryGrow())
        {
            return false;
        }

        var record = Record(id);
        for (var i = 0; i < storedWords; i++)
        {
            record[i] = words[i];
        }

        for (var i = 0; i < searchWords; i++)
        {
            record[storedWords + i] = 0;
        }

        Count++;
        return true;
    }

    private int Place(ulong* slot, uint hash, int id)
    {
        *slot = StateTable.Slot(hash, id);
        table.CountAdded(hash);
        return id;
    }
}
