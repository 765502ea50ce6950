using System.Runtime.InteropServices;

namespace Prudence.Neural;

/// <summary>A piece of native memory that begins at a cache line.</summary>
internal sealed unsafe class MemoryBlock
{
    /// <summary>The length of a cache line, and of the widest vector, in bytes.</summary>
    public const int Alignment = 64;

    public MemoryBlock(nuint bytes)
    {
        Bytes = bytes;
        Start = NativeMemory.AlignedAlloc(bytes, Alignment);
        GC.AddMemoryPressure((long)bytes);
    }

    ~MemoryBlock()
    {
        NativeMemory.AlignedFree(Start);
        GC.RemoveMemoryPressure((long)Bytes);
    }

    public void* Start { get; }

    public nuint Bytes { get; }
}
