using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Prudence.Planning.Heuristics.Relaxation;

/// <summary>
/// A zeroed array that the garbage collector does not move, so that hot loops may keep a plain pointer to it. The pointer is valid while this
/// object is reachable.
/// </summary>
internal sealed unsafe class PinnedArray<T>
    where T : unmanaged
{
    private readonly T[] items;

    public PinnedArray(int length)
    {
        items = GC.AllocateArray<T>(Math.Max(length, 1), pinned: true);
        Length = length;
        Pointer = (T*)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(items));
    }

    public PinnedArray(ReadOnlySpan<T> values)
        : this(values.Length) => values.CopyTo(items);

    public int Length { get; }

    public T* Pointer { get; }

    public Span<T> Span => items.AsSpan(0, Length);
}
