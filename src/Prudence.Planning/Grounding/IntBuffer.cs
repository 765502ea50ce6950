using System.Runtime.CompilerServices;
using Prudence.Budgeting;

namespace Prudence.Planning.Grounding;

/// <summary>A growing array of integers whose methods the compiler can inline, unlike those of <see cref="List{T}"/> in precompiled code.</summary>
internal sealed class IntBuffer(int capacity = 16, StopSignal? stop = null)
{
    private int[] items = new int[capacity];

    public int Count { get; private set; }

    public Span<int> Span => new(items, 0, Count);

    public int this[int index]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => items[index];
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        set => items[index] = value;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(int item)
    {
        if (Count == items.Length)
        {
            Grow(1);
        }

        items[Count++] = item;
    }

    public void AddRange(ReadOnlySpan<int> range)
    {
        if (Count + range.Length > items.Length)
        {
            Grow(range.Length);
        }

        range.CopyTo(new Span<int>(items, Count, range.Length));
        Count += range.Length;
    }

    /// <summary>Forgets the items from <paramref name="count"/> on.</summary>
    public void Truncate(int count) => Count = count;

    public int[] ToArray() => Span.ToArray();

    private void Grow(int more) => Array.Resize(ref items, GrowthGuard.NextLength(stop, items.Length, (long)Count + more));
}
