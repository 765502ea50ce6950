using Prudence.Budgeting;
using Prudence.Cli.Running;

namespace Prudence.Cli.Progress;

/// <summary>One line on a terminal that says how far a count has got. It appears only where that takes a while, and goes when it is done.</summary>
internal sealed class ProgressLine(Terminal terminal, string doing, TimeProvider clock) : IDisposable
{
    private const string Erase = "\r\e[K";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(250);

    private readonly long started = clock.GetTimestamp();
    private TimeSpan next = Patience;
    private bool isShown;

    /// <summary>So much is done.</summary>
    public void Report(long done, long total)
    {
        if (terminal.ShowsProgress && clock.GetElapsedTime(started) is var elapsed && elapsed >= next)
        {
            terminal.Error.Write($"{Erase}{doing}: {AmountFormat.Count(done)} of {AmountFormat.Count(total)} entries, {AmountFormat.Time(elapsed)}");
            (next, isShown) = (elapsed + Interval, true);
        }
    }

    public void Dispose()
    {
        if (isShown)
        {
            terminal.Error.Write(Erase);
        }
    }
}
