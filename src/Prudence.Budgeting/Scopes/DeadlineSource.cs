namespace Prudence.Budgeting;

/// <summary>A token that is cancelled at a point in time, however far ahead, or with another token.</summary>
internal sealed class DeadlineSource : IDisposable
{
    // Timers take no more than 49 days at once.
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(30);

    private readonly CancellationTokenSource source;
    private readonly DateTimeOffset deadline;
    private readonly TimeProvider clock;
    private readonly ITimer timer;

    public DeadlineSource(DateTimeOffset deadline, TimeProvider clock, CancellationToken parent)
    {
        (this.deadline, this.clock) = (deadline, clock);
        source = CancellationTokenSource.CreateLinkedTokenSource(parent);
        Token = source.Token;
        timer = clock.CreateTimer(static self => ((DeadlineSource)self!).Tick(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        Tick();
    }

    public CancellationToken Token { get; }

    public void Dispose()
    {
        timer.Dispose();
        source.Dispose();
    }

    private void Tick()
    {
        var left = deadline - clock.GetUtcNow();
        if (left > TimeSpan.Zero)
        {
            timer.Change(left < LongestWait ? left : LongestWait, Timeout.InfiniteTimeSpan);
            return;
        }

        try
        {
            source.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // A last tick after the scope was closed: nobody waits on the token then.
        }
    }
}
