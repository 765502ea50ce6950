namespace Prudence.Bench.Planning.Sampling;

/// <summary>
/// A small random generator whose numbers never change with the framework's version, so that a seed names a sample for good.
/// Steele, Lea and Flood: Fast splittable pseudorandom number generators, OOPSLA 2014.
/// </summary>
internal struct SplitMix64(ulong seed)
{
    private ulong state = seed;

    public ulong Next()
    {
        state += 0x9E3779B97F4A7C15;
        var z = state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }

    public int Below(int bound) => (int)(Next() % (ulong)bound);

    public void Shuffle<T>(T[] items)
    {
        for (var last = items.Length - 1; last > 0; last--)
        {
            var other = Below(last + 1);
            (items[last], items[other]) = (items[other], items[last]);
        }
    }

    /// <summary>A generator of its own for one suite: what is drawn there does not depend on which other suites there are.</summary>
    public static SplitMix64 ForName(ulong seed, string name)
    {
        var hash = 14695981039346656037UL;
        foreach (var character in name)
        {
            hash = (hash ^ character) * 1099511628211UL;
        }

        return new SplitMix64(seed ^ hash);
    }
}
