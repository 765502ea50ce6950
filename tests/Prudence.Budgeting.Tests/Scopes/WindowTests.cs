namespace Prudence.Budgeting.Tests.Scopes;

public sealed class WindowTests
{
    private static readonly Resource Credits = new("credits", "");

    private readonly FakeTimeProvider clock = new();

    [Theory]
    [InlineData(CalendarUnit.Minute, "2026-03-04T10:20:30Z", "2026-03-04T10:21:00Z")]
    [InlineData(CalendarUnit.Hour, "2026-03-04T10:20:30Z", "2026-03-04T11:00:00Z")]
    [InlineData(CalendarUnit.Day, "2026-03-04T10:20:30Z", "2026-03-05T00:00:00Z")]
    [InlineData(CalendarUnit.Week, "2026-03-04T10:20:30Z", "2026-03-09T00:00:00Z")]
    [InlineData(CalendarUnit.Week, "2026-03-08T23:59:59Z", "2026-03-09T00:00:00Z")]
    [InlineData(CalendarUnit.Week, "2026-03-09T00:00:00Z", "2026-03-16T00:00:00Z")]
    [InlineData(CalendarUnit.Month, "2026-12-31T23:59:59Z", "2027-01-01T00:00:00Z")]
    [InlineData(CalendarUnit.Month, "2028-02-28T12:00:00Z", "2028-03-01T00:00:00Z")]
    [InlineData(CalendarUnit.Day, "2028-02-28T12:00:00Z", "2028-02-29T00:00:00Z")]
    [InlineData(CalendarUnit.Day, "2028-02-29T12:00:00Z", "2028-03-01T00:00:00Z")]
    public void Periods_end_with_the_calendar(CalendarUnit unit, string now, string end) =>
        Assert.Equal(Time(end), new DateTimeOffset(CalendarPeriods.EndAfter(Time(now).UtcTicks, unit, TimeZoneInfo.Utc), TimeSpan.Zero));

    // Germany: 29 March 2026 02:00 becomes 03:00; 25 October 2026 03:00 becomes 02:00.
    [Theory]
    [InlineData("Europe/Berlin", CalendarUnit.Day, "2026-03-28T23:00:00Z", "2026-03-29T22:00:00Z")]
    [InlineData("Europe/Berlin", CalendarUnit.Day, "2026-10-24T22:00:00Z", "2026-10-25T23:00:00Z")]
    [InlineData("Europe/Berlin", CalendarUnit.Month, "2026-03-15T00:00:00Z", "2026-03-31T22:00:00Z")]
    [InlineData("Europe/Berlin", CalendarUnit.Hour, "2026-10-25T00:30:00Z", "2026-10-25T01:00:00Z")]
    [InlineData("Europe/Berlin", CalendarUnit.Hour, "2026-10-25T01:00:00Z", "2026-10-25T02:00:00Z")]
    [InlineData("Asia/Kolkata", CalendarUnit.Hour, "2026-03-04T10:20:00Z", "2026-03-04T10:30:00Z")]
    [InlineData("Atlantic/Azores", CalendarUnit.Day, "2026-10-24T12:00:00Z", "2026-10-25T00:00:00Z")]
    [InlineData("Atlantic/Azores", CalendarUnit.Day, "2026-10-25T01:30:00Z", "2026-10-26T01:00:00Z")]
    public void Periods_follow_the_time_zone(string zone, CalendarUnit unit, string now, string end) => Assert.Equal(
        Time(end), new DateTimeOffset(CalendarPeriods.EndAfter(Time(now).UtcTicks, unit, TimeZoneInfo.FindSystemTimeZoneById(zone)), TimeSpan.Zero));

    [Theory]
    [InlineData("Europe/Berlin")]
    [InlineData("America/New_York")]
    [InlineData("America/Santiago")]
    [InlineData("Atlantic/Azores")]
    [InlineData("Africa/Cairo")]
    [InlineData("Asia/Kathmandu")]
    [InlineData("Pacific/Apia")]
    public void Days_follow_each_other_without_gap_or_repetition_for_years(string zone)
    {
        var timeZone = TimeZoneInfo.FindSystemTimeZoneById(zone);
        var end = CalendarPeriods.EndAfter(Time("2009-12-31T00:00:00Z").UtcTicks, CalendarUnit.Day, timeZone);
        DateTime? lastDay = null;
        for (var i = 0; i < 9_000; i++)
        {
            var day = TimeZoneInfo.ConvertTimeFromUtc(new DateTime(end, DateTimeKind.Utc), timeZone).Date;
            var next = CalendarPeriods.EndAfter(end, CalendarUnit.Day, timeZone);
            Assert.InRange(TimeSpan.FromTicks(next - end), TimeSpan.FromHours(22), TimeSpan.FromHours(26));
            Assert.Equal(next, CalendarPeriods.EndAfter(next - 1, CalendarUnit.Day, timeZone));
            Assert.True(lastDay is null || day > lastDay);
            (lastDay, end) = (day, next);
        }
    }

    [Fact]
    public void A_daily_limit_opens_once_a_day_for_a_year_whatever_the_clock_does()
    {
        var budget = Limited(10, LimitWindow.Calendar(CalendarUnit.Day));
        var random = new Random(5);
        var spentInAll = 0L;
        for (var day = 0; day < 365; day++)
        {
            clock.Start = new DateTimeOffset(2028, 1, 1, 12, 0, 0, TimeSpan.Zero).AddDays(day);
            for (var look = 0; look < 20; look++)
            {
                spentInAll += Spend(budget, 1) ? 1 : 0;

                // Somebody puts the clock back, or it jitters.
                clock.Start = clock.Start.AddMinutes(-random.Next(60));
            }
        }

        Assert.Equal(365 * 10, spentInAll);
        clock.Start = clock.Start.AddDays(31);
        Assert.Equal(10, Enumerable.Range(0, 20).Count(_ => Spend(budget, 1)));
    }

    [Fact]
    public void What_is_held_over_midnight_counts_until_it_is_settled_and_then_in_the_new_day()
    {
        var budget = Limited(10, LimitWindow.Calendar(CalendarUnit.Day));
        Assert.True(budget.TryReserve(Of(8), "draft", out var hold, out _));
        clock.Advance(TimeSpan.FromMinutes(30));
        Assert.False(budget.TryReserve(Of(3), "draft", out _, out var refusal));
        Assert.Equal(Time("2026-03-02T00:00:00Z"), refusal.FitsAt ?? Time("2026-03-02T00:00:00Z"));
        clock.Start = Time("2026-03-01T23:50:00Z");
        Assert.False(Spend(budget, 3));
        hold.Settle(Of(6));
        Assert.False(Spend(budget, 5));
        Assert.True(Spend(budget, 4));
    }

    [Fact]
    public void A_refusal_says_when_the_window_opens()
    {
        var budget = Limited(10, LimitWindow.Calendar(CalendarUnit.Day));
        Assert.True(Spend(budget, 8));

        Assert.False(budget.TryReserve(Of(3), "draft", out _, out var refusal));
        Assert.Equal(Time("2026-03-02T00:00:00Z"), refusal.FitsAt);
        Assert.EndsWith("2 credits would fit now, all of it at 2026-03-02 00:00:00Z", refusal.ToString(), StringComparison.Ordinal);

        Assert.False(budget.TryReserve(Of(11), "draft", out _, out refusal));
        Assert.Null(refusal.FitsAt);
    }

    [Fact]
    public void A_rolling_window_forgets_nothing_early_and_little_late()
    {
        var length = TimeSpan.FromMinutes(64);
        var budget = Limited(100, LimitWindow.Rolling(length));
        var random = new Random(3);
        List<(DateTimeOffset Time, long Amount)> history = [];
        for (var i = 0; i < 5_000; i++)
        {
            clock.Advance(TimeSpan.FromSeconds(random.Next(240)));
            var now = clock.GetUtcNow();
            var amount = random.Next(1, 12);
            var exact = history.Where(entry => entry.Time > now - length).Sum(static entry => entry.Amount);
            var longer = history.Where(entry => entry.Time > now - length - TimeSpan.FromMinutes(1)).Sum(static entry => entry.Amount);
            if (Spend(budget, amount, out var refusal))
            {
                Assert.True(exact + amount <= 100);
                history.Add((now, amount));
            }
            else
            {
                Assert.True(longer + amount > 100);
                Assert.InRange(refusal!.FitsAt!.Value, now.AddTicks(1), now + length + TimeSpan.FromMinutes(1));
            }
        }

        Assert.True(history.Count > 1_000);
    }

    [Fact]
    public void The_time_a_rolling_window_promises_is_true_and_not_late()
    {
        var budget = Limited(10, LimitWindow.Rolling(TimeSpan.FromMinutes(64)));
        Assert.True(Spend(budget, 4));
        clock.Advance(TimeSpan.FromMinutes(10));
        Assert.True(Spend(budget, 6));
        Assert.False(Spend(budget, 3, out var refusal));

        clock.Start = refusal!.FitsAt!.Value.AddTicks(-1) - TimeSpan.FromMinutes(10);
        Assert.False(Spend(budget, 3));
        clock.Start = clock.Start.AddTicks(1);
        Assert.True(Spend(budget, 3));
    }

    [Fact]
    public void Thresholds_are_told_again_in_each_window()
    {
        var told = 0;
        var budget = Budget.Create(
            "root",
            new ScopeOptions { Limits = [new BudgetLimit(Credits, 10, LimitWindow.Calendar(CalendarUnit.Day)).NotifyAt(50, _ => told++)] },
            new BudgetOptions { Clock = clock });
        for (var day = 0; day < 3; day++)
        {
            Assert.True(Spend(budget, 5));
            Assert.True(Spend(budget, 5));
            clock.Advance(TimeSpan.FromDays(1));
        }

        Assert.Equal(3, told);
    }

    [Fact]
    public void Windows_describe_themselves()
    {
        Assert.Equal("5 output-tokens", new BudgetLimit(new Resource("output-tokens", ""), 5).ToString());
        Assert.Equal("5 credits per day (UTC)", new BudgetLimit(Credits, 5, LimitWindow.Calendar(CalendarUnit.Day)).ToString());
        Assert.Equal("5 credits in any 1.00 s", new BudgetLimit(Credits, 5, LimitWindow.Rolling(TimeSpan.FromSeconds(1))).ToString());
    }

    private static bool Spend(Budget budget, long amount) => Spend(budget, amount, out _);

    private static bool Spend(Budget budget, long amount, out BudgetRefusal? refusal)
    {
        if (!budget.TryReserve(Of(amount), "draft", out var hold, out refusal))
        {
            return false;
        }

        hold.Settle(Of(amount));
        return true;
    }

    private static Cost Of(long money) => Cost.Zero.With(Credits, money);

    private static DateTimeOffset Time(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private Budget Limited(long amount, LimitWindow window) => Budget.Create(
        "root", new ScopeOptions { Limits = [new BudgetLimit(Credits, amount, window)] }, new BudgetOptions { Clock = clock, HoldTimeout = TimeSpan.FromDays(365) });
}
