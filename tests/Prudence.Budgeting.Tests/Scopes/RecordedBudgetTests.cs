using Prudence.Budgeting.Tests.Ledgers;

namespace Prudence.Budgeting.Tests.Scopes;

/// <summary>Budgets whose holds are written through to a ledger.</summary>
public sealed class RecordedBudgetTests : IAsyncLifetime, IAsyncDisposable
{
    private static readonly Resource Credits = new("credits", "");

    private readonly FakeTimeProvider clock = new();
    private InMemoryLedgerStore store = null!;
    private Ledger ledger = null!;

    public async Task InitializeAsync()
    {
        store = new InMemoryLedgerStore();
        ledger = await OpenAsync(store);
        await ledger.GrantAsync("company", Of(100));
    }

    public ValueTask DisposeAsync() => ledger.DisposeAsync();

    Task IAsyncLifetime.DisposeAsync() => DisposeAsync().AsTask();

    [Fact]
    public async Task A_hold_and_its_settlement_are_in_both()
    {
        var run = Company().CreateChild("run");

        var held = await run.ReserveAsync(Of(40), "draft");
        var whileHeld = await ledger.BalanceAsync("company/run", Credits);
        var settlement = await held.Reservation.SettleAsync(Of(25), "thrown away");

        Assert.True(held.IsGranted);
        Assert.Equal((0, 40), (whileHeld.Spent, whileHeld.Held));
        Assert.Equal(SettlementKind.Settled, settlement.Kind);
        Assert.Equal((25, 0), run.Of(Credits));
        Assert.Equal((25, 0), await InLedgerAsync());
        Assert.Equal("thrown away", Assert.Single(run.Receipt().Lines).Purpose);
    }

    [Fact]
    public async Task What_the_ledger_refuses_is_not_held_here()
    {
        await ledger.AdjustAsync("company", Of(70), isCredit: false, "another process");
        var company = Company();

        var refused = await company.ReserveAsync(Of(40), "draft");

        Assert.False(refused.IsGranted);
        Assert.Equal((RefusalReason.Limit, 100, 70, 40), (refused.Refusal.Reason, refused.Refusal.Limit!.Amount, refused.Refusal.Spent, refused.Refusal.Asked));
        Assert.Equal(Of(30), refused.Refusal.Fitting);
        Assert.Equal((0, 0), company.Of(Credits));
        Assert.False(await refused.Reservation.ReleaseAsync());
    }

    [Fact]
    public async Task What_the_tree_refuses_is_not_asked_of_the_ledger()
    {
        var company = Company(new BudgetLimit(Credits, 10));
        var before = await ledger.HeadAsync();

        var refused = await company.ReserveAsync(Of(40), "draft");

        Assert.Equal(10, refused.Refusal!.Limit!.Amount);
        Assert.Equal(before, await ledger.HeadAsync());
    }

    [Fact]
    public async Task A_scope_without_a_grant_is_told()
    {
        var other = Budget.Create("compnay", new ScopeOptions(), new BudgetOptions { Clock = clock, Ledger = ledger });

        var refused = await other.ReserveAsync(Of(1), "draft");

        Assert.Equal(RefusalReason.Ledger, refused.Refusal!.Reason);
        Assert.Contains("Nothing was ever granted to compnay", refused.Refusal.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_hold_ends_once_whoever_ends_it()
    {
        await ledger.GrantAsync("company", Of(10_000));
        var company = Company();
        for (var round = 0; round < 200; round++)
        {
            var (held, _) = await company.ReserveAsync(Of(40), "draft");

            var ends = await Task.WhenAll(Enumerable.Range(0, 20).Select(turn => Task.Run(async () =>
                turn % 2 == 0 ? (await held.SettleAsync(Of(30))).IsCharged : await held.ReleaseAsync())));

            Assert.Single(ends, static isEnd => isEnd);
            Assert.Equal(await InLedgerAsync(), company.Of(Credits));
            Assert.Equal(0, company.Of(Credits).Held);
        }
    }

    [Fact]
    public async Task Above_the_hold_and_after_expiry_is_flagged()
    {
        var company = Company();
        var (over, _) = await company.ReserveAsync(Of(10), "draft");
        var (late, _) = await company.ReserveAsync(Of(10), "draft");

        Assert.Equal(SettlementKind.Overrun, (await over.SettleAsync(Of(11))).Kind);
        clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(SettlementKind.AfterExpiry, (await late.SettleAsync(Of(5))).Kind);
        Assert.Equal((16, 0), company.Of(Credits));
        Assert.Equal((16, 0), await InLedgerAsync());
    }

    [Fact]
    public async Task A_peak_is_no_matter_of_the_ledger()
    {
        var company = Company();

        var (held, _) = await company.ReserveAsync(Of(10).With(Resource.Memory, 1_000), "search");
        await held.SettleAsync(Of(3).With(Resource.Memory, 900));

        Assert.Equal(900, company.Of(Resource.Memory).Spent);
        Assert.Equal((3, 0), await InLedgerAsync());
    }

    [Fact]
    public void The_synchronous_members_do_not_go_past_the_ledger()
    {
        var company = Company();

        var thrown = Assert.Throws<InvalidOperationException>(() => company.TryReserve(Of(1), "draft", out _, out _));

        Assert.Contains("ReserveAsync", thrown.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => company.CreateChild("a//b"));
    }

    [Fact]
    public async Task Whoever_stops_waiting_holds_nothing()
    {
        var gated = new GatedLedgerStore(store);
        await using var slow = await OpenAsync(gated);
        var company = Budget.Create("company", new ScopeOptions(), new BudgetOptions { Clock = clock, Ledger = slow });
        using var stop = new CancellationTokenSource();
        gated.Close();

        var asked = company.ReserveAsync(Of(40), "draft", stop.Token).AsTask();
        await gated.Reached;
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asked);
        gated.Open();

        Assert.Equal((0, 0), company.Of(Credits));
        await gated.Appended(2);
        Assert.Equal(0, (await slow.BalanceAsync("company", Credits)).Held);
    }

    [Fact]
    public async Task What_was_spent_counts_here_though_the_ledger_failed()
    {
        await using var failing = await OpenAsync(new FaultyLedgerStore(store, failAt: 1, isAfter: false));
        var company = Budget.Create("company", new ScopeOptions(), new BudgetOptions { Clock = clock, Ledger = failing });
        var (held, _) = await company.ReserveAsync(Of(40), "draft");

        await Assert.ThrowsAsync<LedgerUnavailableException>(() => held.SettleAsync(Of(25)).AsTask());
        await Assert.ThrowsAsync<LedgerUnavailableException>(() => company.ReserveAsync(Of(1), "draft").AsTask());

        Assert.Equal((25, 0), company.Of(Credits));
    }

    [Fact]
    public async Task Two_processes_share_what_was_granted()
    {
        await using var other = await OpenAsync(store);
        Budget[] trees = [Company(), Budget.Create("company", new ScopeOptions(), new BudgetOptions { Clock = clock, Ledger = other })];

        var asked = await Task.WhenAll(Enumerable.Range(0, 64).Select(turn => trees[turn % 2].ReserveAsync(Of(7), "vote").AsTask()));

        Assert.Equal(14, asked.Count(static result => result.IsGranted));
        Assert.Equal((0, 98), await InLedgerAsync());
    }

    private static Cost Of(long credits) => Cost.Zero.With(Credits, credits);

    private Task<Ledger> OpenAsync(ILedgerStore records) => Ledger.OpenAsync(records, new LedgerOptions { Clock = clock });

    private Budget Company(params IReadOnlyList<BudgetLimit> limits) =>
        Budget.Create("company", new ScopeOptions { Limits = limits }, new BudgetOptions { Clock = clock, Ledger = ledger });

    private async Task<(long Spent, long Held)> InLedgerAsync()
    {
        var balance = await ledger.BalanceAsync("company", Credits);
        return (balance.Spent, balance.Held);
    }
}
