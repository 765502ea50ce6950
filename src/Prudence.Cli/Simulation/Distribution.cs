namespace Prudence.Cli.Simulation;

/// <summary>
/// Whole numbers of some spread: evenly between two, or, with a median and a 95th percentile, log-normal, as lengths of answers and latencies are.
/// </summary>
/// <param name="Low">The least, or the median.</param>
/// <param name="High">The greatest, or the 95th percentile.</param>
/// <param name="IsLogNormal">Whether it is log-normal.</param>
internal readonly record struct Distribution(long Low, long High, bool IsLogNormal = false)
{
    /// <summary>Where the 95th percentile of the standard normal distribution lies.</summary>
    private const double Quantile95 = 1.6448536269514722;

    public static Distribution Of(long value) => new(value, value);

    /// <summary>The next number; never negative.</summary>
    public long Draw(Random random)
    {
        if (!IsLogNormal)
        {
            return Low == High ? Low : random.NextInt64(Low, High + 1);
        }

        // Box and Muller: two even numbers make a normal one.
        var normal = Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
        var deviation = Math.Log((double)High / Low) / Quantile95;
        return (long)Math.Min(Low * Math.Exp(deviation * normal), long.MaxValue / 2.0);
    }
}
