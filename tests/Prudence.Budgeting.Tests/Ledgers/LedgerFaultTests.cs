namespace Prudence.Budgeting.Tests.Ledgers;

public sealed class LedgerFaultTests
{
    private readonly FakeTimeProvider clock = new();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task After_a_crash_at_any_write_the_ledger_opens_and_has_all_that_was_answered(bool isAfter)
    {
        for (var failAt = 0; failAt < 60; failAt++)
        {
            var inner = new InMemoryLedgerStore();
            var ledger = await Ledger.OpenAsync(new FaultyLedgerStore(inner, failAt, isAfter), Options());
            var answered = 0L;
            await Assert.ThrowsAsync<LedgerUnavailableException>(async () =>
            {
                answered = (await ledger.GrantAsync("house", SampleLedger.Of(10_000))).Entry!.Sequence;
                for (var step = 0; step < 100; step++)
                {
                    var hold = await ledger.ReserveAsync("house", SampleLedger.Of(10));
                    answered = hold.Entry!.Sequence;
                    answered = (await ledger.SettleAsync(hold.HoldId, SampleLedger.Of(7))).Entry!.Sequence;
                }
            });

            await using var again = await Ledger.OpenAsync(inner, Options());
            Assert.Equal(answered + (isAfter ? 1 : 0), (await again.HeadAsync()).Sequence);
            Assert.Equal((await Ledger.VerifyAsync(inner)).Balances, await again.BalancesAsync());
            clock.Advance(TimeSpan.FromHours(2));
            Assert.Equal(0, (await again.BalanceAsync("house", SampleLedger.Money)).Held);
        }
    }

    [Fact]
    public async Task After_a_failed_write_every_call_gets_the_same_error()
    {
        await using var ledger = await Ledger.OpenAsync(new FaultyLedgerStore(new InMemoryLedgerStore(), 1, isAfter: false), Options());
        await ledger.GrantAsync("house", SampleLedger.Of(10_000));

        var calls = Enumerable.Range(0, 50).Select(_ => Task.Run(() => ledger.ReserveAsync("house", SampleLedger.Of(1)))).ToList();
        var errors = new List<Exception>();
        foreach (var call in calls)
        {
            errors.Add(await Assert.ThrowsAsync<LedgerUnavailableException>(() => call));
        }

        errors.Add(await Assert.ThrowsAsync<LedgerUnavailableException>(() => ledger.BalanceAsync("house", SampleLedger.Money)));
        Assert.Single(errors.Distinct());
        Assert.Contains("the disk is gone", errors[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_decided_in_vain_is_taken_back_exactly()
    {
        var store = await SampleLedger.CreateAsync(seed: 8, steps: 300, clock);
        var (whole, undone) = (new LedgerState(), new LedgerState());
        foreach (var record in store.Records)
        {
            var entry = LedgerCodec.Decode(record);
            undone.Begin();
            undone.Apply(entry);
            undone.TakeBack();
            Assert.Equal((whole.Head, whole.Time), (undone.Head, undone.Time));
            Assert.Equal(whole.Balances, undone.Balances);
            Assert.Equal(whole.Holds, undone.Holds);
            whole.Apply(entry);
            undone.Apply(entry);
        }
    }

    private LedgerOptions Options() => new() { Clock = clock };
}
