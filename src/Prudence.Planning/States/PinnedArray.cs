using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Prudence.Planning.States;

/// <summary>Arrays that the collector never moves, so that hot loops can keep a pointer into them as long as they keep the array.</summary>
internal static unsafe class PinnedArray
{
    /// <summary>A zeroed array; never empty, so that it has an address.</summary>
    public static T[] Of<T>(int length)
        where T : unmanaged => GC.AllocateArray<T>(Math.Max(1, length), pinned: true);

    /// <summary>A copy of a list.</summary>
    public static T[] Copy<T>(ReadOnlySpan<T> items)
        where T : unmanaged
    {
        var array = Of<T>(items.Length);
        items.CopyTo(array);
        return array;
    }

    /// <summary>The address of the first entry of an array made here.</summary>
    public static T* Pointer<T>(T[] array)
        where T : unmanaged => (T*)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(array));
}
