namespace Prudence.Search.Tests.Worlds;

/// <summary>A clock that moves only when told to; firing its only timer on the way.</summary>
internal sealed class FakeTimeProvider : TimeProvider
{
    private long now;
    private Action? tick;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => now;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        tick = () => callback(state);
        return new FakeTimer(this);
    }

    public void Advance(TimeSpan time)
    {
        now += time.Ticks;
        tick?.Invoke();
    }

    private sealed class FakeTimer(FakeTimeProvider clock) : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => true;

        public void Dispose() => clock.tick = null;

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
