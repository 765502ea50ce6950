namespace Prudence.Cli.Simulation;

/// <summary>A call with all the tries it may need.</summary>
internal sealed class SimulatedCall(DateTimeOffset arrival, IReadOnlyList<SimulatedAttempt> attempts)
{
    private int tried;

    public DateTimeOffset Arrival => arrival;

    public SimulatedAttempt Attempt => attempts[tried];

    /// <summary>What the gate gave for the try that is on its way.</summary>
    public object? Ticket { get; set; }

    /// <summary>Goes on to the next try; false if there is none.</summary>
    public bool Retry() => ++tried < attempts.Count;
}
