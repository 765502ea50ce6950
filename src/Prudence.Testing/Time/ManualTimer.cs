namespace Prudence.Testing;

/// <summary>A timer of a <see cref="ManualClock"/>, which guards its fields.</summary>
internal sealed class ManualTimer(ManualClock clock, Action callback) : ITimer
{
    public long Due { get; set; }

    public long Period { get; set; }

    public void Fire() => callback();

    public bool Change(TimeSpan dueTime, TimeSpan period)
    {
        clock.Set(this, dueTime, period);
        return true;
    }

    public void Dispose() => clock.Remove(this);

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }
}
