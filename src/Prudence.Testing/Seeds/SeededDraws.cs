namespace Prudence.Testing;

/// <summary>
/// Draws numbers that are the same on every machine and under every version of the framework: SplitMix64 (Steele, Lea and Flood, 2014).
/// </summary>
internal struct SeededDraws
{
    private const ulong Step = 0x9E3779B97F4A7C15;
    private ulong state;

    /// <summary>Draws for one call; those of other calls have nothing to do with them.</summary>
    public SeededDraws(long seed, int call) => state = Mix((ulong)seed) ^ Mix((ulong)call * Step);

    /// <summary>A number from 0 up to, but without, a bound of at least one.</summary>
    public int Below(int bound)
    {
        state += Step;
        return (int)Math.BigMul(Mix(state), (ulong)bound, out _);
    }

    /// <summary>True for so many of a thousand draws.</summary>
    public bool Happens(int ofThousand) => Below(1000) < ofThousand;

    /// <summary>The index of one of several things that exclude each other; their number where none of them happens.</summary>
    public int Which(params ReadOnlySpan<int> ofThousand)
    {
        var draw = Below(1000);
        for (var i = 0; i < ofThousand.Length; i++)
        {
            draw -= ofThousand[i];
            if (draw < 0)
            {
                return i;
            }
        }

        return ofThousand.Length;
    }

    private static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }
}
