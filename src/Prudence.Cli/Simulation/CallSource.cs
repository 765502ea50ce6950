namespace Prudence.Cli.Simulation;

/// <summary>Draws the calls of a stream, which are the same whatever becomes of them: so two ways of limiting them can be compared.</summary>
internal static class CallSource
{
    public static IEnumerable<SimulatedCall> Draw(WorkloadStream stream, DateTimeOffset start, DateTimeOffset end, int seed)
    {
        var random = new Random(seed);
        for (var at = start + Distance(stream, random); at < end; at += Distance(stream, random))
        {
            yield return new SimulatedCall(stream, at, random.Next());
        }
    }

    private static TimeSpan Distance(WorkloadStream stream, Random random) =>
        stream.IsRegular ? stream.Every : stream.Every * -Math.Log(1 - random.NextDouble());
}
