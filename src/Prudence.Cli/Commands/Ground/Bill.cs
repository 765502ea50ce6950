using Prudence.Budgeting;

namespace Prudence.Cli.Commands.Ground;

/// <summary>Notes what each phase of a command cost, also of one that is stopped. All time is charged, so the lines add up.</summary>
internal sealed class Bill(StopSignal stop)
{
    private readonly List<ReceiptLine> lines = [];
    private TimeSpan charged;

    /// <summary>Does the work of one phase.</summary>
    public TResult Charge<TResult>(string purpose, Func<TResult> work)
    {
        try
        {
            return work();
        }
        finally
        {
            var end = stop.Elapsed;
            var cost = Cost.Zero.With(Resource.WallTime, (long)(end - charged).TotalMicroseconds).With(Resource.Memory, stop.PeakMemory);
            charged = end;
            lines.Add(new ReceiptLine(purpose, cost));
        }
    }

    /// <summary>All lines.</summary>
    public Receipt Receipt() => new(lines, stop.Limits, stop.Reason);
}
