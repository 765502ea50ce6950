namespace Prudence.Budgeting.Tests;

public class StopSignalTests
{
    private readonly FakeTimeProvider clock = new();
    private long memory = 100;

    [Fact]
    public void Is_quiet_under_an_unlimited_budget_and_needs_no_timer()
    {
        using var signal = Watch(RunLimits.Unlimited);
        clock.Advance(TimeSpan.FromDays(1));

        Assert.False(signal.IsRaised);
        Assert.Equal(StopReason.None, signal.Reason);
        Assert.Equal(0, clock.ActiveTimers);
        signal.ThrowIfRaised();
    }

    [Fact]
    public void Is_raised_when_time_is_up_and_not_before()
    {
        using var signal = Watch(new RunLimits { Time = TimeSpan.FromSeconds(2) });

        clock.Advance(TimeSpan.FromMilliseconds(1999));
        Assert.False(signal.IsRaised);

        clock.Advance(TimeSpan.FromMilliseconds(11));
        Assert.Equal(StopReason.Time, signal.Reason);
        Assert.Equal(TimeSpan.FromMilliseconds(2010), signal.Elapsed);
    }

    [Fact]
    public void Is_raised_when_memory_passes_its_limit()
    {
        using var signal = Watch(new RunLimits { MemoryBytes = 1000 });

        memory = 1000;
        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.False(signal.IsRaised);

        memory = 1001;
        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(StopReason.Memory, signal.Reason);
    }

    [Fact]
    public void Keeps_its_first_reason()
    {
        using var signal = Watch(new RunLimits { Time = TimeSpan.FromSeconds(1) });
        signal.Raise(StopReason.Expansions);
        clock.Advance(TimeSpan.FromSeconds(5));
        signal.Raise(StopReason.Memory);

        Assert.Equal(StopReason.Expansions, signal.Reason);
        Assert.Equal(StopReason.Expansions, Assert.Throws<RunStoppedException>(signal.ThrowIfRaised).Reason);
    }

    [Fact]
    public void Raising_with_no_reason_does_nothing()
    {
        using var signal = Watch(RunLimits.Unlimited);
        signal.Raise(StopReason.None);

        Assert.False(signal.IsRaised);
        Assert.False(signal.Token.IsCancellationRequested);
    }

    [Fact]
    public void Follows_the_callers_token_and_cancels_its_own()
    {
        using var caller = new CancellationTokenSource();
        using var signal = new StopSignal(RunLimits.Unlimited, clock, () => memory, caller.Token);
        Assert.False(signal.Token.IsCancellationRequested);

        caller.Cancel();

        Assert.Equal(StopReason.Cancelled, signal.Reason);
        Assert.True(signal.Token.IsCancellationRequested);
    }

    [Fact]
    public void Is_raised_at_once_when_the_caller_had_cancelled_before()
    {
        using var signal = new StopSignal(RunLimits.Unlimited, clock, () => memory, new CancellationToken(canceled: true));
        Assert.Equal(StopReason.Cancelled, signal.Reason);
    }

    [Theory]
    [InlineData(899, true)]
    [InlineData(900, true)]
    [InlineData(901, false)]
    [InlineData(long.MaxValue, false)]
    public void Reserves_memory_up_to_the_limit(long bytes, bool granted)
    {
        using var signal = Watch(new RunLimits { MemoryBytes = 1000 });
        Assert.Equal(granted, signal.TryReserveMemory(bytes));
        Assert.Equal(granted ? StopReason.None : StopReason.Memory, signal.Reason);
    }

    [Fact]
    public void Grants_any_memory_without_a_limit()
    {
        using var signal = Watch(RunLimits.Unlimited);
        Assert.True(signal.TryReserveMemory(long.MaxValue));
    }

    [Fact]
    public void Remembers_the_peak_of_memory()
    {
        using var signal = Watch(new RunLimits { MemoryBytes = 1000 });
        memory = 700;
        clock.Advance(TimeSpan.FromSeconds(1));
        memory = 300;
        clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(700, signal.PeakMemory);
    }

    [Fact]
    public void Stops_its_timer_and_forgets_its_caller_when_disposed()
    {
        using var caller = new CancellationTokenSource();
        var signal = new StopSignal(new RunLimits { Time = TimeSpan.FromSeconds(1) }, clock, () => memory, caller.Token);
        signal.Dispose();
        caller.Cancel();
        clock.Advance(TimeSpan.FromSeconds(5));

        Assert.Equal(0, clock.ActiveTimers);
        Assert.False(signal.IsRaised);
    }

    [Fact]
    public void A_late_tick_after_disposal_does_not_throw()
    {
        var signal = Watch(new RunLimits { Time = TimeSpan.FromSeconds(1) });
        signal.Dispose();
        clock.Advance(TimeSpan.FromSeconds(2));

        signal.Check();

        Assert.Equal(StopReason.Time, signal.Reason);
    }

    private StopSignal Watch(RunLimits limits) => new(limits, clock, () => memory);
}
