using Prudence.Budgeting;

namespace Prudence.Planning.Grounding;

/// <summary>Asks before large tables grow, so that grounding ends in time when memory runs out.</summary>
internal static class GrowthGuard
{
    private const long SmallestAskedFor = 1 << 20;

    /// <summary>Reserves memory for an array of integers.</summary>
    /// <exception cref="RunStoppedException">There is not enough memory left in the budget.</exception>
    public static void Reserve(StopSignal? stop, long integers)
    {
        if (stop is not null && integers * sizeof(int) >= SmallestAskedFor && !stop.TryReserveMemory(integers * sizeof(int)))
        {
            stop.ThrowIfRaised();
        }
    }

    /// <summary>The next length of an array that must hold <paramref name="needed"/> integers.</summary>
    /// <exception cref="RunStoppedException">There is not enough memory left in the budget, or no array can be that long.</exception>
    public static int NextLength(StopSignal? stop, int length, long needed)
    {
        var next = Math.Min(Math.Max(Math.Max(16, length * 2L), needed), Array.MaxLength);
        if (next < needed)
        {
            throw new RunStoppedException(StopReason.Memory);
        }

        Reserve(stop, next);
        return (int)next;
    }
}
