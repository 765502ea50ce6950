namespace Prudence.Budgeting.Tests.Ledgers;

/// <summary>What holds of a ledger on every store.</summary>
public abstract class LedgerConformance
{
    private const long Cent = 10_000_000;

    private static readonly Resource Money = new("money", "n$");
    private static readonly Resource Tokens = new("output-tokens", "");

    private readonly FakeTimeProvider clock = new();

    /// <summary>A new store object on the same records, as another process would have it.</summary>
    internal abstract ILedgerStore NewStore();

    [Fact]
    public async Task A_hold_counts_in_the_scope_and_all_above_it()
    {
        await using var ledger = await Granted(100, 60);

        var hold = await ledger.ReserveAsync("team/key", Of(40), "draft");
        Assert.Equal((0, 40), await Stand(ledger, "team"));
        var settled = await ledger.SettleAsync(hold.HoldId, Of(25));

        Assert.Equal((LedgerMarks.None, "draft"), (settled.Entry!.Marks, settled.Entry.Purpose));
        Assert.Equal((25, 0), await Stand(ledger, "team"));
        Assert.Equal((25, 0), await Stand(ledger, "team/key"));
    }

    [Fact]
    public async Task A_refusal_says_all_that_helps_and_holds_nothing()
    {
        await using var ledger = await Granted(50, 100);
        await ledger.ReserveAsync("team/key", Of(30));

        var refusal = (await ledger.ReserveAsync("team/key/run", Of(40).With(Tokens, 7))).Refusal!;

        Assert.Equal((LedgerRefusalReason.Limit, "team", 50, 0, 30, 40), (refusal.Reason, refusal.Scope, refusal.Limit, refusal.Spent, refusal.Held, refusal.Asked));
        Assert.Equal(Of(20).With(Tokens, 7), refusal.Fitting);
        Assert.Equal((0, 30), await Stand(ledger, "team/key"));
        Assert.True((await ledger.ReserveAsync("team/key/run", refusal.Fitting)).IsAccepted);
    }

    [Fact]
    public async Task What_cannot_be_is_refused_with_its_reason()
    {
        await using var ledger = await Granted(50, 100);

        Assert.Equal(LedgerRefusalReason.NothingGranted, (await ledger.ReserveAsync("taem/key", Of(1))).Refusal!.Reason);
        Assert.Equal(LedgerRefusalReason.NoHold, (await ledger.SettleAsync(77, Of(1))).Refusal!.Reason);
        Assert.Equal(LedgerRefusalReason.CreditAboveSpent, (await ledger.AdjustAsync("team", Of(1), isCredit: true, "bill")).Refusal!.Reason);
        Assert.Equal(LedgerRefusalReason.OtherUnit, (await ledger.ReserveAsync("team", Cost.Zero.With(new Resource("money", "cent"), 1))).Refusal!.Reason);
        Assert.Equal(LedgerRefusalReason.TooLarge, (await ledger.GrantAsync("team", Of(long.MaxValue))).Refusal!.Reason);
        await Assert.ThrowsAsync<ArgumentException>(() => ledger.ReserveAsync("team//key", Of(1)));
        await Assert.ThrowsAsync<ArgumentException>(() => ledger.ReserveAsync("team", Cost.Zero.With(Resource.Memory, 1)));
    }

    [Fact]
    public async Task More_than_the_hold_is_charged_in_full_and_marked()
    {
        await using var ledger = await Granted(100, 60);
        var hold = await ledger.ReserveAsync("team/key", Of(50));

        Assert.Equal(LedgerMarks.Overrun, (await ledger.SettleAsync(hold.HoldId, Of(130))).Entry!.Marks);

        Assert.Equal((130, 0), await Stand(ledger, "team"));
        Assert.Equal(Cost.Zero, (await ledger.ReserveAsync("team/key", Of(1))).Refusal!.Fitting);
        Assert.True((await ledger.AdjustAsync("team/key", Of(80), isCredit: true, "refund")).IsAccepted);
        Assert.Equal((50, 0), await Stand(ledger, "team"));
        Assert.Equal(LedgerRefusalReason.NoHold, (await ledger.SettleAsync(hold.HoldId, Of(1))).Refusal!.Reason);
    }

    [Fact]
    public Task Of_a_thousand_reservations_at_once_exactly_as_many_are_admitted_as_fit() => RaceAsync(20);

    [Fact]
    [Trait("Category", "Long")]
    public Task Of_a_thousand_reservations_at_once_exactly_as_many_are_admitted_as_fit_two_hundred_times() => RaceAsync(200);

    [Fact]
    public async Task Four_ledgers_on_the_same_records_admit_together_what_fits_and_agree()
    {
        var ledgers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Ledger.OpenAsync(NewStore(), Options())));
        await ledgers[0].GrantAsync("key", Of(500 * Cent));

        var results = await Task.WhenAll(Enumerable.Range(0, 1000).Select(i => Task.Run(() => ledgers[i % 4].ReserveAsync("key", Of(10 * Cent)))));

        Assert.Equal(50, results.Count(static result => result.IsAccepted));
        var state = await Ledger.VerifyAsync(NewStore());
        Assert.Equal(results.Where(static result => result.IsAccepted).Select(static result => result.HoldId).Order(), state.Holds.Select(static hold => hold.Id));
        foreach (var ledger in ledgers)
        {
            Assert.Equal(state.Balances, await ledger.BalancesAsync());
            await ledger.DisposeAsync();
        }
    }

    [Fact]
    public async Task One_key_a_hundred_times_in_parallel_is_one_charge_also_after_a_restart()
    {
        var ledger = await Granted(100, 100);
        var hold = await ledger.ReserveAsync("team/key", Of(50), idempotencyKey: "reserve");

        var results = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => Task.Run(() => ledger.SettleAsync(hold.HoldId, Of(7), idempotencyKey: "settle"))));

        Assert.Single(results, static result => !result.IsReplay);
        Assert.Single(results.Select(static result => result.Entry).Distinct());
        Assert.Equal(LedgerRefusalReason.KeyReused, (await ledger.SettleAsync(hold.HoldId, Of(8), idempotencyKey: "settle")).Refusal!.Reason);
        await ledger.DisposeAsync();
        await using var again = await Ledger.OpenAsync(NewStore(), Options());
        var replay = await again.SettleAsync(hold.HoldId, Of(7), idempotencyKey: "settle");
        Assert.True(replay.IsReplay);
        Assert.Equal(results[0].Entry, replay.Entry);
        Assert.Equal(hold.Entry, (await again.ReserveAsync("team/key", Of(50), idempotencyKey: "reserve")).Entry);
        Assert.Equal(LedgerRefusalReason.KeyReused, (await again.SettleAsync(hold.HoldId, Of(8), idempotencyKey: "settle")).Refusal!.Reason);
        Assert.Equal((7, 0), await Stand(again, "team"));
    }

    [Fact]
    public async Task One_key_a_hundred_times_in_parallel_through_four_ledgers_is_one_hold()
    {
        var ledgers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Ledger.OpenAsync(NewStore(), Options())));
        await ledgers[0].GrantAsync("key", Of(100));

        var results = await Task.WhenAll(Enumerable.Range(0, 100).Select(i => Task.Run(() => ledgers[i % 4].ReserveAsync("key", Of(60), idempotencyKey: "reserve"))));

        Assert.Single(results, static result => !result.IsReplay);
        Assert.Single(results.Select(static result => result.Entry).Distinct());
        Assert.All(
            await Task.WhenAll(ledgers.Select(ledger => ledger.ReserveAsync("key", Of(61), idempotencyKey: "reserve"))),
            static other => Assert.Equal(LedgerRefusalReason.KeyReused, other.Refusal!.Reason));
        Assert.Equal((0, 60), await Stand(ledgers[3], "key"));
        foreach (var ledger in ledgers)
        {
            await ledger.DisposeAsync();
        }
    }

    [Fact]
    public async Task Orphaned_holds_expire_at_the_next_write_and_a_late_settlement_is_charged()
    {
        var ledger = await Granted(100, 100);
        var orphan = await ledger.ReserveAsync("team/key", Of(60), holdFor: TimeSpan.FromMinutes(5));
        var late = await ledger.ReserveAsync("team/key", Of(40), holdFor: TimeSpan.FromMinutes(5));
        clock.Advance(TimeSpan.FromMinutes(5));

        Assert.True((await ledger.ReserveAsync("team/key", Of(90))).IsAccepted);
        Assert.Equal(LedgerMarks.AfterExpiry, (await ledger.SettleAsync(late.HoldId, Of(30))).Entry!.Marks);

        Assert.Equal((30, 90), await Stand(ledger, "team"));
        await ledger.DisposeAsync();
        clock.Advance(TimeSpan.FromHours(1));
        await using var again = await Ledger.OpenAsync(NewStore(), Options());
        Assert.Equal((30, 0), await Stand(again, "team"));
        Assert.Equal(LedgerMarks.AfterExpiry, (await again.ReleaseAsync(orphan.HoldId)).Entry!.Marks);
        Assert.Single(await again.HoldsAsync());
    }

    [Fact]
    public async Task A_clock_put_back_neither_breaks_the_order_nor_revives_a_hold()
    {
        var ledger = await Granted(100, 100);
        clock.Start -= TimeSpan.FromDays(1);

        await ledger.ReserveAsync("team", Of(1));
        await ledger.DisposeAsync();

        Assert.Equal((0, 1), (0, (await Ledger.VerifyAsync(NewStore())).BalanceOf("team", Money).Held));
    }

    [Fact]
    public async Task Two_ledgers_whose_clocks_disagree_about_midnight_spend_no_day_twice()
    {
        var (limit, late) = (50, new FakeTimeProvider { Start = clock.Start.AddDays(1) });
        clock.Start = late.Start.AddTicks(-1);
        Ledger[] ledgers = [await Ledger.OpenAsync(NewStore(), Options()), await Ledger.OpenAsync(NewStore(), new LedgerOptions { Clock = late })];
        await ledgers[0].GrantAsync("key", Of(limit), window: LimitWindow.Calendar(CalendarUnit.Day));

        var spent = (await Task.WhenAll(Enumerable.Range(0, 400).Select(i => Task.Run(() => SpendAsync(ledgers[i % 2]))))).Count(static isSpent => isSpent);
        while (await SpendAsync(ledgers[1]))
        {
            spent++;
        }

        await Task.WhenAll(ledgers.Select(static ledger => ledger.DisposeAsync().AsTask()));

        var byDay = await NewStore().ReadAsync(1, long.MaxValue).Select(LedgerCodec.Decode).Where(static entry => entry.Kind == LedgerEntryKind.Settle)
            .GroupBy(static entry => entry.Time.Date).ToDictionaryAsync(static day => day.Key, static day => day.Count());
        Assert.Equal(limit, byDay[late.Start.Date]);
        Assert.All(byDay.Values, count => Assert.InRange(count, 0, limit));
        Assert.Equal(byDay.Values.Sum(), spent);
        await using var again = await Ledger.OpenAsync(NewStore(), new LedgerOptions { Clock = late });
        Assert.False(await SpendAsync(again));
        late.Start = late.Start.AddDays(1);
        Assert.True(await SpendAsync(again));
    }

    private static Cost Of(long amount) => Cost.Zero.With(Money, amount);

    private static async Task<bool> SpendAsync(Ledger ledger)
    {
        var hold = await ledger.ReserveAsync("key", Of(1));
        return hold.IsAccepted && (await ledger.SettleAsync(hold.HoldId, Of(1))).IsAccepted;
    }

    private static async Task<(long Spent, long Held)> Stand(Ledger ledger, string scope)
    {
        var balance = await ledger.BalanceAsync(scope, Money);
        return (balance.Spent, balance.Held);
    }

    private async Task RaceAsync(int races)
    {
        await using var ledger = await Ledger.OpenAsync(NewStore(), Options());
        for (var race = 0; race < races; race++)
        {
            var key = $"key {race}";
            await ledger.GrantAsync(key, Of(500 * Cent));

            var results = await Task.WhenAll(Enumerable.Range(0, 1000).Select(_ => Task.Run(() => ledger.ReserveAsync(key, Of(10 * Cent)))));

            Assert.Equal(50, results.Count(static result => result.IsAccepted));
            Assert.Equal((0, 500 * Cent), await Stand(ledger, key));
        }
    }

    private LedgerOptions Options() => new() { Clock = clock };

    private async Task<Ledger> Granted(long team, long key)
    {
        var ledger = await Ledger.OpenAsync(NewStore(), Options());
        await ledger.GrantAsync("team", Of(team));
        await ledger.GrantAsync("team/key", Of(key));
        return ledger;
    }
}
