namespace Prudence.Cli.Simulation;

/// <summary>What became of the calls of a stream.</summary>
internal sealed class StreamTally(WorkloadStream stream)
{
    public WorkloadStream Stream => stream;

    /// <summary>Calls that came.</summary>
    public long Calls { get; set; }

    /// <summary>Tries that were admitted.</summary>
    public long Admitted { get; set; }

    /// <summary>Tries that were refused; a refused call is not tried again.</summary>
    public long Refused { get; set; }

    /// <summary>Tries that failed.</summary>
    public long Failed { get; set; }

    /// <summary>Failed calls that were tried again.</summary>
    public long Retried { get; set; }

    /// <summary>Calls that wait for their turn at the end.</summary>
    public long Waiting { get; set; }
}
