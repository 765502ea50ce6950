namespace Prudence.Budgeting;

/// <summary>A phase without a partial result was stopped by its budget. Caught at the entry point of every run and turned into an outcome.</summary>
public sealed class RunStoppedException : Exception
{
    /// <summary>Says why the phase stopped.</summary>
    public RunStoppedException(StopReason reason)
        : base($"The run was stopped: {reason}.") => Reason = reason;

    /// <summary>What stopped it.</summary>
    public StopReason Reason { get; }
}
