namespace Prudence.Neural;

/// <summary>
/// Random numbers from a seed, the same on every machine. The n-th number is a function of the seed and n alone (the mixing step of SplitMix64
/// applied to seed + n times the golden ratio), so that threads can take any part of the sequence.
/// </summary>
public sealed class SeededNumbers(ulong seed)
{
    private const ulong Golden = 0x9E3779B97F4A7C15;

    private ulong count;

    /// <summary>The next 64 random bits.</summary>
    public ulong NextBits() => Mix(seed, count++);

    /// <summary>A number from 0 to below 1, in steps of 2^-24.</summary>
    public float NextSingle() => (NextBits() >> 40) * (1f / (1 << 24));

    /// <summary>A number from 0 to below 1, in steps of 2^-53.</summary>
    public double NextDouble() => (NextBits() >> 11) * (1.0 / (1L << 53));

    /// <summary>A whole number from 0 to below a limit.</summary>
    public int NextInt32(int limit) => (int)(((NextBits() >> 32) * (ulong)limit) >> 32);

    /// <summary>A number of the standard normal distribution, by the method of Box and Muller.</summary>
    public double NextNormal()
    {
        var radius = Math.Sqrt(-2 * Math.Log(1 - NextDouble()));
        return radius * Math.Cos(2 * Math.PI * NextDouble());
    }

    /// <summary>The bits at a place of the sequence of a seed.</summary>
    public static ulong Mix(ulong seed, ulong place)
    {
        var z = seed + ((place + 1) * Golden);
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
