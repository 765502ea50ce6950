namespace Prudence.Budgeting.Tests.Ledgers;

public sealed class LedgerWindowTests : IAsyncDisposable
{
    private static readonly TimeZoneInfo Berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");
    private static readonly LimitWindow Daily = LimitWindow.Calendar(CalendarUnit.Day);

    private readonly FakeTimeProvider clock = new();
    private readonly InMemoryLedgerStore store = new();

    public ValueTask DisposeAsync() => store.DisposeAsync();

    // Germany: 29 March 2026 02:00 becomes 03:00; 25 October 2026 03:00 becomes 02:00.
    [Theory]
    [InlineData(CalendarUnit.Day, "2026-03-28T23:00:00Z", "2026-03-29T22:00:00Z")]
    [InlineData(CalendarUnit.Day, "2026-10-24T22:00:00Z", "2026-10-25T23:00:00Z")]
    [InlineData(CalendarUnit.Hour, "2026-10-25T00:00:00Z", "2026-10-25T01:00:00Z")]
    [InlineData(CalendarUnit.Hour, "2026-10-25T01:00:00Z", "2026-10-25T02:00:00Z")]
    [InlineData(CalendarUnit.Month, "2028-01-31T23:00:00Z", "2028-02-29T23:00:00Z")]
    public async Task A_window_opens_once_with_the_calendar_of_its_zone(CalendarUnit unit, string begin, string end)
    {
        clock.Start = Time(begin);
        await using var ledger = await GrantedAsync(10, LimitWindow.Calendar(unit, Berlin));
        Assert.Equal(10, await SpendAllAsync(ledger));

        clock.Start = Time(end).AddTicks(-1);
        var refusal = (await ledger.ReserveAsync("house", Of(1))).Refusal!;
        Assert.Equal(Time(end), refusal.FitsAt);

        clock.Start = Time(end);
        Assert.Equal(10, await SpendAllAsync(ledger));
    }

    [Fact]
    public async Task Each_day_of_a_year_opens_once_whatever_the_clock_does_and_however_often_the_ledger_is_opened()
    {
        var ledger = await GrantedAsync(10, Daily);
        var (random, spent) = (new Random(5), 0);
        for (var day = 0; day < 366; day++)
        {
            clock.Start = new DateTimeOffset(2028, 1, 1, 12, 0, 0, TimeSpan.Zero).AddDays(day);
            spent += await SpendAllAsync(ledger, atMost: 6);
            clock.Start = clock.Start.AddMinutes(-random.Next(24 * 60));
            if (day % 50 == 0)
            {
                await ledger.DisposeAsync();
                ledger = await OpenAsync();
            }

            spent += await SpendAllAsync(ledger);
        }

        Assert.Equal(366 * 10, spent);
        await ledger.DisposeAsync();
    }

    [Fact]
    public async Task A_refusal_names_the_window_and_the_time_at_which_all_scopes_have_room()
    {
        await using var ledger = await GrantedAsync(10, Daily);
        await ledger.GrantAsync("house/room", Of(8), window: LimitWindow.Calendar(CalendarUnit.Hour));
        await SpendAsync(ledger, 6, "house/room");

        var refusal = (await ledger.ReserveAsync("house/room", Of(5))).Refusal!;

        Assert.Equal((LedgerRefusalReason.Limit, "house/room", 8, 6, 5), (refusal.Reason, refusal.Scope, refusal.Limit, refusal.Spent, refusal.Asked));
        Assert.Equal(LimitWindow.Calendar(CalendarUnit.Hour), refusal.Window);
        Assert.Equal(Of(2), refusal.Fitting);
        Assert.Equal(Time("2026-03-02T00:00:00Z"), refusal.FitsAt);
        Assert.EndsWith("would fit now, all of it at 2026-03-02 00:00:00Z", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("per hour (UTC)", refusal.Message, StringComparison.Ordinal);
        Assert.Null((await ledger.ReserveAsync("house/room", Of(9))).Refusal!.FitsAt);
        Assert.True((await ledger.ReserveAsync("house/room", refusal.Fitting)).IsAccepted);
    }

    [Fact]
    public async Task Grants_for_life_and_over_windows_all_hold()
    {
        await using var ledger = await GrantedAsync(10, Daily);
        await ledger.GrantAsync("house", Of(15));
        Assert.Equal(10, await SpendAllAsync(ledger));
        clock.Advance(TimeSpan.FromDays(1));

        Assert.Equal(5, await SpendAllAsync(ledger));

        var refusal = (await ledger.ReserveAsync("house", Of(1))).Refusal!;
        Assert.Equal((null, 15, 15, null), (refusal.Window, refusal.Limit, refusal.Spent, refusal.FitsAt));
    }

    [Fact]
    public async Task A_later_grant_of_a_window_replaces_the_rate_and_keeps_the_count()
    {
        await using var ledger = await OpenAsync();
        await ledger.GrantAsync("house", Of(100));
        await SpendAsync(ledger, 50);
        await ledger.GrantAsync("house", Of(10), window: Daily);
        await SpendAsync(ledger, 4);

        await ledger.GrantAsync("house", Of(7), window: Daily);

        Assert.Equal(new LedgerWindowBalance("house", SampleLedger.Money, Daily, 7, 4, 0), Assert.Single(await ledger.WindowsAsync("house", SampleLedger.Money)));
        Assert.Equal(3, await SpendAllAsync(ledger));
        Assert.Equal(100, (await ledger.BalanceAsync("house", SampleLedger.Money)).Granted);
    }

    [Fact]
    public async Task What_is_held_over_midnight_counts_in_both_days_and_its_settlement_in_the_new_one()
    {
        await using var ledger = await GrantedAsync(10, Daily);
        clock.Advance(TimeSpan.FromHours(23.5));
        var hold = await ledger.ReserveAsync("house", Of(8), holdFor: TimeSpan.FromHours(2));
        clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(2, (await ledger.ReserveAsync("house", Of(3))).Refusal!.Fitting[SampleLedger.Money]);

        await ledger.SettleAsync(hold.HoldId, Of(6));

        Assert.Equal((6, 0), await StandAsync(ledger));
        Assert.Equal(4, await SpendAllAsync(ledger));
    }

    [Fact]
    public async Task Overruns_and_late_settlements_count_when_they_come()
    {
        await using var ledger = await GrantedAsync(10, Daily);
        var late = await ledger.ReserveAsync("house", Of(9), holdFor: TimeSpan.FromMinutes(1));
        clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(7, await SpendAllAsync(ledger, atMost: 7));

        Assert.Equal(LedgerMarks.AfterExpiry, (await ledger.SettleAsync(late.HoldId, Of(8))).Entry!.Marks);

        Assert.Equal((15, 0), await StandAsync(ledger));
        Assert.Equal(0, await SpendAllAsync(ledger));
        clock.Advance(TimeSpan.FromDays(1));
        var hold = await ledger.ReserveAsync("house", Of(10));
        Assert.Equal(LedgerMarks.Overrun, (await ledger.SettleAsync(hold.HoldId, Of(12))).Entry!.Marks);
        Assert.Equal((12, 0), await StandAsync(ledger));
    }

    [Fact]
    public async Task A_credit_makes_room_in_the_present_window_but_no_more_than_was_spent_in_it()
    {
        await using var ledger = await GrantedAsync(10, Daily);
        await SpendAsync(ledger, 9);
        clock.Advance(TimeSpan.FromDays(1));
        await SpendAsync(ledger, 3);

        await ledger.AdjustAsync("house", Of(2), isCredit: true, "refund");
        Assert.Equal((1, 0), await StandAsync(ledger));
        await ledger.AdjustAsync("house", Of(6), isCredit: true, "refund");
        Assert.Equal((0, 0), await StandAsync(ledger));
        await ledger.AdjustAsync("house", Of(4), isCredit: false, "bill");
        Assert.Equal((4, 0), await StandAsync(ledger));
    }

    [Fact]
    public async Task In_a_rolling_window_a_credit_takes_the_oldest_and_the_rest_counts_its_full_time()
    {
        await using var ledger = await GrantedAsync(10, LimitWindow.Rolling(TimeSpan.FromMinutes(64)));
        await SpendAsync(ledger, 5);
        clock.Advance(TimeSpan.FromMinutes(30));
        await SpendAsync(ledger, 5);
        await ledger.AdjustAsync("house", Of(4), isCredit: true, "refund");

        clock.Advance(TimeSpan.FromMinutes(35));
        Assert.Equal((5, 0), await StandAsync(ledger));
        clock.Advance(TimeSpan.FromMinutes(30));
        Assert.Equal((0, 0), await StandAsync(ledger));
    }

    [Fact]
    public async Task A_limit_over_a_window_is_not_asked_again_when_old_entries_are_read()
    {
        await AppendAsync(new LedgerEntry { Kind = LedgerEntryKind.Grant, Scope = "house", Amounts = Of(10), Window = Daily });
        await AppendAsync(new LedgerEntry { Kind = LedgerEntryKind.Reserve, Scope = "house", Amounts = Of(30), HoldId = 2, ExpiresAt = Time("2036-01-01T00:00:00Z") });

        await using var ledger = await OpenAsync();

        Assert.Equal((0, 30), await StandAsync(ledger));
        Assert.Equal(Cost.Zero, (await ledger.ReserveAsync("house", Of(1))).Refusal!.Fitting);
    }

    [Fact]
    public async Task A_zone_that_other_processes_would_not_find_is_refused()
    {
        await using var ledger = await OpenAsync();
        var made = TimeZoneInfo.CreateCustomTimeZone("Mars/Olympus", TimeSpan.FromMinutes(37), "Mars", "Mars");
        var other = TimeZoneInfo.CreateCustomTimeZone("Europe/Berlin", TimeSpan.FromHours(9), "Berlin", "Berlin");

        foreach (var zone in (TimeZoneInfo[])[made, other])
        {
            await Assert.ThrowsAsync<ArgumentException>(() => ledger.GrantAsync("house", Of(1), window: LimitWindow.Calendar(CalendarUnit.Day, zone)));
        }
    }

    [Theory]
    [InlineData("Mars/Olympus")]
    [InlineData("europe/berlin")]
    [InlineData("../../etc/passwd")]
    [InlineData("/etc/localtime")]
    public async Task A_zone_that_the_machine_does_not_know_is_named(string name)
    {
        var window = LimitWindow.Calendar(CalendarUnit.Day, TimeZoneInfo.CreateCustomTimeZone(name, TimeSpan.Zero, "a", "b"));
        await AppendAsync(new LedgerEntry { Kind = LedgerEntryKind.Grant, Scope = "house", Amounts = Of(10), Window = window });

        Assert.Contains(name, (await Assert.ThrowsAsync<LedgerUnavailableException>(() => OpenAsync())).Message, StringComparison.Ordinal);
    }

    private static Cost Of(long amount) => SampleLedger.Of(amount);

    private static DateTimeOffset Time(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static async Task<(long Spent, long Held)> StandAsync(Ledger ledger)
    {
        var balance = Assert.Single(await ledger.WindowsAsync("house", SampleLedger.Money));
        return (balance.Spent, balance.Held);
    }

    private static async Task<bool> SpendAsync(Ledger ledger, long amount, string scope = "house")
    {
        var hold = await ledger.ReserveAsync(scope, Of(amount));
        return hold.IsAccepted && (await ledger.SettleAsync(hold.HoldId, Of(amount))).IsAccepted;
    }

    private static async Task<int> SpendAllAsync(Ledger ledger, int atMost = int.MaxValue)
    {
        var spent = 0;
        while (spent < atMost && await SpendAsync(ledger, 1))
        {
            spent++;
        }

        return spent;
    }

    private Task<Ledger> OpenAsync() => Ledger.OpenAsync(store, new LedgerOptions { Clock = clock });

    private async Task<Ledger> GrantedAsync(long limit, LimitWindow window)
    {
        var ledger = await OpenAsync();
        await ledger.GrantAsync("house", Of(limit), window: window);
        return ledger;
    }

    /// <summary>Writes an entry that nobody decided.</summary>
    private async Task AppendAsync(LedgerEntry entry)
    {
        var head = await store.ReadHeadAsync();
        var (chained, record) = new LedgerCodec().Encode(entry with { Sequence = head.Sequence + 1, Time = clock.GetUtcNow(), Previous = head.Hash });
        Assert.True(await store.AppendAsync(head, [record], new LedgerHead(chained.Sequence, chained.Hash)));
    }
}
