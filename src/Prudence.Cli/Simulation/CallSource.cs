using Prudence.Budgeting;

namespace Prudence.Cli.Simulation;

/// <summary>Draws the calls of a stream, which are the same whatever becomes of them: so two ways of limiting them can be compared.</summary>
internal static class CallSource
{
    private const int TenThousand = 10_000;

    public static IEnumerable<SimulatedCall> Draw(WorkloadStream stream, DateTimeOffset start, DateTimeOffset end, int seed)
    {
        var random = new Random(seed);
        for (var at = start + Distance(stream, random); at < end; at += Distance(stream, random))
        {
            var attempts = new SimulatedAttempt[stream.Retries + 1];
            for (var i = 0; i < attempts.Length; i++)
            {
                attempts[i] = Attempt(stream, random);
            }

            yield return new SimulatedCall(at, attempts);
        }
    }

    private static TimeSpan Distance(WorkloadStream stream, Random random) =>
        stream.IsRegular ? stream.Every : stream.Every * -Math.Log(1 - random.NextDouble());

    private static SimulatedAttempt Attempt(WorkloadStream stream, Random random)
    {
        var (worst, actual) = stream.Price.Draw(random);
        var latency = TimeSpan.FromTicks(stream.Latency.Draw(random));
        var fails = random.Next(TenThousand) < stream.Failures;
        var isOverrun = random.Next(TenThousand) < stream.Overruns;
        return new SimulatedAttempt(worst, isOverrun ? worst + worst : actual, latency, fails);
    }
}
