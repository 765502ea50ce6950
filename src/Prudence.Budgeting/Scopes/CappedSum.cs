namespace Prudence.Budgeting;

/// <summary>Sums of what is spent. They stay at 2^63 - 1 where they would go beyond: books must take in whatever a provider reports.</summary>
internal static class CappedSum
{
    /// <summary>The sum of two amounts that are not negative.</summary>
    public static long Of(long sum, long amount) => sum > long.MaxValue - amount ? long.MaxValue : sum + amount;

    /// <summary>What two uses of a resource come to: the larger of two peaks, the sum of anything else.</summary>
    public static long Of(Resource resource, long before, long amount) => resource.IsPeak ? Math.Max(before, amount) : Of(before, amount);
}
