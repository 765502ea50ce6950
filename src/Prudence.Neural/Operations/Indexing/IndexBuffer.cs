namespace Prudence.Neural;

/// <summary>The whole numbers that an operation was given; they stay for the backward pass.</summary>
internal sealed class IndexBuffer
{
    private int[] values = [];

    public int Count { get; private set; }

    public ReadOnlySpan<int> Span => values.AsSpan(0, Count);

    public int this[int index] => values[index];

    public void Set(ReadOnlySpan<int> source)
    {
        Reserve(source.Length);
        source.CopyTo(values);
    }

    public void Set(ReadOnlySpan<bool> source)
    {
        Reserve(source.Length);
        for (var index = 0; index < source.Length; index++)
        {
            values[index] = source[index] ? 1 : 0;
        }
    }

    /// <summary>Takes indices that must lie in a range.</summary>
    /// <exception cref="ArgumentOutOfRangeException">One does not; the message names it.</exception>
    public void Set(ReadOnlySpan<int> source, int limit, string operation)
    {
        for (var index = 0; index < source.Length; index++)
        {
            if ((uint)source[index] >= (uint)limit)
            {
                throw new ArgumentOutOfRangeException(
                    nameof(source), $"{operation}: index {source[index]} at place {index} is out of range; it must be from 0 to {limit - 1}.");
            }
        }

        Set(source);
    }

    private void Reserve(int count)
    {
        Count = count;
        if (values.Length < count)
        {
            values = new int[count];
        }
    }
}
