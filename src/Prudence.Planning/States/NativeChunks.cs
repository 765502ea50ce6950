using System.Runtime.InteropServices;
using Prudence.Budgeting;

namespace Prudence.Planning.States;

/// <summary>
/// A growing array of fixed-size records in native memory, in chunks of about one mebibyte: growth never copies, never doubles,
/// and is refused when the memory limit would be passed. Records do not move and are not zeroed.
/// </summary>
internal sealed unsafe class NativeChunks : IDisposable
{
    private const int ChunkBytes = 1 << 20;

    private readonly StopSignal stop;
    private readonly int shift;
    private readonly int mask;
    private byte** chunks;
    private int chunkCount;
    private int chunkCapacity;

    /// <summary>An empty array.</summary>
    /// <param name="recordBytes">The size of a record.</param>
    /// <param name="stop">Whom to ask for memory.</param>
    public NativeChunks(int recordBytes, StopSignal stop)
    {
        this.stop = stop;
        RecordBytes = recordBytes;
        while (shift < 16 && (recordBytes << (shift + 1)) <= ChunkBytes)
        {
            shift++;
        }

        mask = (1 << shift) - 1;
    }

    /// <summary>Frees the chunks of an array that was not disposed of.</summary>
    ~NativeChunks() => Free();

    /// <summary>The size of a record.</summary>
    public int RecordBytes { get; }

    /// <summary>How many records fit without growing.</summary>
    public long Capacity => (long)chunkCount << shift;

    /// <summary>The memory held, in bytes.</summary>
    public long Bytes => Capacity * RecordBytes;

    /// <summary>The address of a record below <see cref="Capacity"/>.</summary>
    public byte* this[int index] => chunks[index >> shift] + ((index & mask) * (nint)RecordBytes);

    /// <summary>Adds a chunk; false if memory is refused.</summary>
    public bool TryGrow()
    {
        var bytes = (nint)RecordBytes << shift;
        if (!stop.TryReserveMemory(bytes))
        {
            return false;
        }

        if (chunkCount == chunkCapacity)
        {
            chunkCapacity = Math.Max(16, chunkCapacity * 2);
            chunks = (byte**)NativeMemory.Realloc(chunks, (nuint)chunkCapacity * (nuint)sizeof(byte*));
        }

        chunks[chunkCount] = (byte*)NativeMemory.Alloc((nuint)bytes);
        chunkCount++;
        return true;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Free();
        GC.SuppressFinalize(this);
    }

    private void Free()
    {
        for (var i = 0; i < chunkCount; i++)
        {
            NativeMemory.Free(chunks[i]);
        }

        NativeMemory.Free(chunks);
        chunks = null;
        chunkCount = 0;
        chunkCapacity = 0;
    }
}
