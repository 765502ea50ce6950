namespace Prudence.Budgeting.Tests;

/// <summary>A clock that moves only when told to, and fires the timers that fall due on the way.</summary>
internal sealed class FakeTimeProvider : TimeProvider
{
    private readonly List<FakeTimer> timers = [];
    private long now;

    public int ActiveTimers => timers.Count;

    /// <summary>What the calendar showed when the clock began; may be changed at any time, as people do with clocks.</summary>
    public DateTimeOffset Start { get; set; } = new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => now;

    public override DateTimeOffset GetUtcNow() => Start.AddTicks(now);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new FakeTimer(this, () => callback(state));
        timer.Change(dueTime, period);
        timers.Add(timer);
        return timer;
    }

    public void Advance(TimeSpan time)
    {
        var end = now + time.Ticks;
        while (timers.Where(timer => timer.Due <= end).MinBy(static timer => timer.Due) is { } next)
        {
            now = next.Due;
            next.Fire();
        }

        now = end;
    }

    private sealed class FakeTimer(FakeTimeProvider clock, Action callback) : ITimer
    {
        private long period;

        public long Due { get; private set; }

        public void Fire()
        {
            Due = period > 0 ? Due + period : long.MaxValue;
            callback();
        }

        public bool Change(TimeSpan dueTime, TimeSpan newPeriod)
        {
            Due = dueTime < TimeSpan.Zero ? long.MaxValue : clock.now + dueTime.Ticks;
            period = newPeriod.Ticks;
            return true;
        }

        public void Dispose() => clock.timers.Remove(this);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
