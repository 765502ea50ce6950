using Prudence.Budgeting;

namespace Prudence.Cli.Commands.Ground;

/// <summary>Notes what each phase of a command cost, also of one that is stopped.</summary>
internal sealed class Bill(StopSignal stop)
{
    private readonly List<ReceiptLine> lines = [];

    /// <summary>Does the work of one phase.</summary>
    public TResult Charge<TResult>(string purpose, Func<TResult> work)
    {
        var start = stop.Elapsed;
        try
        {
            return work();
        }
        finally
        {
            var cost = Cost.Zero.With(Resource.WallTime, (long)(stop.Elapsed - start).TotalMicroseconds).With(Resource.Memory, stop.PeakMemory);
            lines.Add(new ReceiptLine(purpose, cost));
        }
    }

    /// <summary>All lines.</summary>
    public Receipt Receipt() => new(lines, stop.Budget, stop.Reason);
}
