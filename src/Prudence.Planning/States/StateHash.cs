namespace Prudence.Planning.States;

/// <summary>A hash of the stored words of a state: two words at a time by multiplication, whose high half mixes what the low half cannot.</summary>
internal static unsafe class StateHash
{
    private const ulong Seed = 0x9E3779B97F4A7C15;
    private const ulong Multiplier = 0xD6E8FEB86659FD93;

    /// <summary>Hashes <paramref name="count"/> words.</summary>
    public static uint Compute(uint* words, int count)
    {
        var hash = Seed;
        var i = 0;
        for (; i + 2 <= count; i += 2)
        {
            hash = Mix(hash ^ *(ulong*)(words + i));
        }

        if (i < count)
        {
            hash = Mix(hash ^ words[i]);
        }

        hash = Mix(hash);
        return (uint)(hash >> 32);
    }

    private static ulong Mix(ulong value)
    {
        var high = Math.BigMul(value, Multiplier, out var low);
        return high ^ low;
    }
}
