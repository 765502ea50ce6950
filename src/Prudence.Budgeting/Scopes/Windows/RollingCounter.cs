namespace Prudence.Budgeting;

/// <summary>
/// Counts over a window that moves with time. Amounts are kept by the part of the window they fall in; a part is forgotten when all of it is older
/// than the window, so nothing is forgotten early.
/// </summary>
internal sealed class RollingCounter(TimeSpan length) : WindowCounter
{
    /// <summary>The number of parts of a window.</summary>
    public const int BucketCount = 64;

    private readonly long width = ((length.Ticks - 1) / BucketCount) + 1;

    // One more than the parts: the oldest counts until its last instant is out.
    private readonly long[] buckets = new long[BucketCount + 1];
    private long current = long.MinValue;
    private long spent;

    public override long Spent => spent;

    public override void Advance(long now)
    {
        var bucket = now / width;
        if (current == long.MinValue || bucket - current > BucketCount)
        {
            Array.Clear(buckets);
            spent = 0;
            current = bucket;
        }

        while (current < bucket)
        {
            current++;
            ref var oldest = ref buckets[current % buckets.Length];
            spent -= oldest;
            oldest = 0;
        }
    }

    public override void Add(long amount)
    {
        // What a bucket cannot hold is left out of the sum too, so that forgetting the bucket takes away what it added.
        var taken = Math.Min(amount, long.MaxValue - spent);
        buckets[current % buckets.Length] += taken;
        spent += taken;
    }

    public override long SpentAt(long now)
    {
        var (bucket, left) = (now / width, spent);
        if (current == long.MinValue || bucket - current > BucketCount)
        {
            return 0;
        }

        for (var next = current + 1; next <= bucket; next++)
        {
            left -= buckets[next % buckets.Length];
        }

        return left;
    }

    public override void Remove(long amount)
    {
        for (var age = BucketCount; age >= 0 && amount > 0; age--)
        {
            ref var bucket = ref buckets[(current - age) % buckets.Length];
            var taken = Math.Min(bucket, amount);
            bucket -= taken;
            spent -= taken;
            amount -= taken;
        }
    }

    public override WindowCounter Copy()
    {
        var copy = new RollingCounter(length) { current = current, spent = spent };
        buckets.CopyTo(copy.buckets, 0);
        return copy;
    }

    public override long? TimeUntilAtMost(long most)
    {
        var left = spent;
        for (var age = BucketCount; age >= 0; age--)
        {
            left -= buckets[(current - age) % buckets.Length];
            if (left <= most)
            {
                return (current - age + buckets.Length) * width;
            }
        }

        return null;
    }
}
