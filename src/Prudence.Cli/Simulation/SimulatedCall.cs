namespace Prudence.Cli.Simulation;

/// <summary>A call, with a seed of its own: its tries are drawn when they are needed, and are the same whoever needs them.</summary>
internal sealed class SimulatedCall
{
    private const int TenThousand = 10_000;

    private readonly WorkloadStream stream;
    private readonly int seed;
    private int tried;

    public SimulatedCall(WorkloadStream stream, DateTimeOffset arrival, int seed)
    {
        (this.stream, this.seed, Arrival) = (stream, seed, arrival);
        Attempt = Draw();
    }

    public DateTimeOffset Arrival { get; }

    /// <summary>The try whose turn it is.</summary>
    public SimulatedAttempt Attempt { get; private set; }

    /// <summary>What the gate gave for the try that is on its way.</summary>
    public object? Ticket { get; set; }

    /// <summary>Goes on to the next try; false if the call is not tried again.</summary>
    public bool Retry()
    {
        if (tried == stream.Retries)
        {
            return false;
        }

        tried++;
        Attempt = Draw();
        return true;
    }

    private SimulatedAttempt Draw()
    {
        var random = new Random(unchecked(seed + (tried * 7919)));
        var (worst, actual) = stream.Price.Draw(random);
        var latency = TimeSpan.FromTicks(stream.Latency.Draw(random));
        var fails = random.Next(TenThousand) < stream.Failures;
        var isOverrun = random.Next(TenThousand) < stream.Overruns;
        return new SimulatedAttempt(worst, isOverrun ? worst + worst : actual, latency, fails);
    }
}
