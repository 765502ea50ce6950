namespace Prudence.Testing;

/// <summary>
/// A clock that moves only when told to, and fires the timers that fall due on the way in their order; one that is due at once fires at the next
/// <see cref="Advance"/>. All members may be called from many threads.
/// </summary>
public sealed class ManualClock : TimeProvider
{
    private readonly Lock gate = new();
    private readonly List<ManualTimer> timers = [];
    private readonly List<(int Count, TaskCompletionSource Signal)> waiting = [];
    private readonly DateTimeOffset start;
    private long now;

    /// <summary>A clock that shows midnight of 1 January 2026, UTC.</summary>
    public ManualClock()
        : this(new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero))
    {
    }

    /// <summary>A clock that shows this time.</summary>
    /// <param name="start">The time.</param>
    public ManualClock(DateTimeOffset start) => this.start = start.ToUniversalTime();

    /// <inheritdoc/>
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <inheritdoc/>
    public override long GetTimestamp()
    {
        lock (gate)
        {
            return now;
        }
    }

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => start.AddTicks(GetTimestamp());

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        ArgumentNullException.ThrowIfNull(callback);
        var timer = new ManualTimer(this, () => callback(state));
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Moves the clock on.</summary>
    /// <param name="time">By how much.</param>
    public void Advance(TimeSpan time)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(time, TimeSpan.Zero);
        var end = GetTimestamp() + time.Ticks;
        while (TakeNext(end) is { } timer)
        {
            timer.Fire();
        }

        lock (gate)
        {
            now = Math.Max(now, end);
        }
    }

    /// <summary>Waits until so many timers are set, for example because as many calls wait for time to pass.</summary>
    /// <param name="count">The number of timers.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public Task WaitForTimersAsync(int count, CancellationToken cancellationToken = default)
    {
        lock (gate)
        {
            if (timers.Count >= count)
            {
                return Task.CompletedTask;
            }

            var signal = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            waiting.Add((count, signal));
            return signal.Task.WaitAsync(cancellationToken);
        }
    }

    internal void Set(ManualTimer timer, TimeSpan dueTime, TimeSpan period)
    {
        lock (gate)
        {
            timers.Remove(timer);
            timer.Period = period.Ticks;
            if (dueTime < TimeSpan.Zero)
            {
                return;
            }

            timer.Due = now + dueTime.Ticks;
            timers.Add(timer);
            foreach (var (_, signal) in waiting.Where(waiter => waiter.Count <= timers.Count))
            {
                signal.TrySetResult();
            }

            waiting.RemoveAll(waiter => waiter.Count <= timers.Count);
        }
    }

    internal void Remove(ManualTimer timer)
    {
        lock (gate)
        {
            timers.Remove(timer);
        }
    }

    private ManualTimer? TakeNext(long end)
    {
        lock (gate)
        {
            var next = timers.Where(timer => timer.Due <= end).MinBy(static timer => timer.Due);
            if (next is null)
            {
                return null;
            }

            now = Math.Max(now, next.Due);
            if (next.Period > 0)
            {
                next.Due += next.Period;
            }
            else
            {
                timers.Remove(next);
            }

            return next;
        }
    }
}
