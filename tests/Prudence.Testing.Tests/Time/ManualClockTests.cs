namespace Prudence.Testing.Tests.Time;

public sealed class ManualClockTests
{
    [Fact]
    public void It_shows_what_it_was_told()
    {
        var clock = new ManualClock(new DateTimeOffset(2026, 3, 1, 2, 0, 0, TimeSpan.FromHours(2)));

        clock.Advance(TimeSpan.FromMinutes(90));

        Assert.Equal(new DateTimeOffset(2026, 3, 1, 1, 30, 0, TimeSpan.Zero), clock.GetUtcNow());
        Assert.Equal(TimeSpan.FromMinutes(90), clock.GetElapsedTime(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => clock.Advance(TimeSpan.FromTicks(-1)));
    }

    [Fact]
    public void Timers_fire_in_order_at_their_time_and_repeat()
    {
        var clock = new ManualClock();
        var fired = new List<string>();
        using var late = clock.CreateTimer(_ => fired.Add($"late {clock.GetTimestamp()}"), null, TimeSpan.FromTicks(5), Timeout.InfiniteTimeSpan);
        using var often = clock.CreateTimer(_ => fired.Add($"often {clock.GetTimestamp()}"), null, TimeSpan.FromTicks(2), TimeSpan.FromTicks(2));
        using var never = clock.CreateTimer(_ => fired.Add("never"), null, Timeout.InfiniteTimeSpan, TimeSpan.FromTicks(1));
        using var gone = clock.CreateTimer(_ => fired.Add("gone"), null, TimeSpan.FromTicks(1), TimeSpan.FromTicks(1));
        gone.Dispose();

        clock.Advance(TimeSpan.FromTicks(6));

        Assert.Equal(["often 2", "often 4", "late 5", "often 6"], fired);
    }

    [Fact]
    public void A_timer_may_be_set_anew()
    {
        var clock = new ManualClock();
        var fired = 0;
        using var timer = clock.CreateTimer(_ => fired++, null, TimeSpan.FromTicks(2), Timeout.InfiniteTimeSpan);

        clock.Advance(TimeSpan.FromTicks(1));
        timer.Change(TimeSpan.FromTicks(2), Timeout.InfiniteTimeSpan);
        clock.Advance(TimeSpan.FromTicks(1));
        Assert.Equal(0, fired);
        clock.Advance(TimeSpan.FromTicks(1));
        Assert.Equal(1, fired);
    }

    [Fact]
    public async Task One_may_wait_until_timers_are_set()
    {
        var clock = new ManualClock();
        using var cancelled = new CancellationTokenSource();
        var two = clock.WaitForTimersAsync(2);
        var given = clock.WaitForTimersAsync(3, cancelled.Token);

        var first = Task.Delay(TimeSpan.FromSeconds(1), clock);
        Assert.False(two.IsCompleted);
        var second = Task.Delay(TimeSpan.FromSeconds(2), clock);
        await two;
        await cancelled.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => given);
        clock.Advance(TimeSpan.FromSeconds(2));
        await Task.WhenAll(first, second);
    }
}
