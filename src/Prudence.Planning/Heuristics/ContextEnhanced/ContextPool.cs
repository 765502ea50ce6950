using Prudence.Budgeting;
using Prudence.Planning.Grounding;

namespace Prudence.Planning.Heuristics.ContextEnhanced;

/// <summary>Room for the contexts of final nodes. It grows to what the hardest state needs and is used again for every state.</summary>
internal sealed class ContextPool(StopSignal? stop)
{
    private int[] values = new int[1024];
    private int count;

    /// <summary>The values of a context.</summary>
    public Span<int> Row(int start, int length) => values.AsSpan(start, length);

    /// <summary>Makes room for a context; its values are undefined.</summary>
    /// <returns>Where it begins.</returns>
    public int Add(int length)
    {
        var start = count;
        if (values.Length - count < length)
        {
            Array.Resize(ref values, GrowthGuard.NextLength(stop, values.Length, (long)count + length));
        }

        count += length;
        return start;
    }

    /// <summary>Drops all contexts.</summary>
    public void Clear() => count = 0;
}
