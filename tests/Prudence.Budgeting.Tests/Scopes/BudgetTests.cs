namespace Prudence.Budgeting.Tests.Scopes;

public sealed class BudgetTests
{
    private static readonly Resource Credits = new("credits", "");
    private static readonly Resource Tokens = new("output-tokens", "");

    private readonly FakeTimeProvider clock = new();

    [Fact]
    public void A_hold_counts_in_the_scope_and_all_above_it()
    {
        var (organisation, key) = Tree(100, 60);

        Assert.True(key.TryReserve(Of(40), "draft", out var hold, out _));

        Assert.Equal((0, 40), key.Of(Credits));
        Assert.Equal((0, 40), organisation.Of(Credits));
        Assert.Equal(SettlementKind.Settled, hold.Settle(Of(25)).Kind);
        Assert.Equal((25, 0), key.Of(Credits));
        Assert.Equal((25, 0), organisation.Of(Credits));
    }

    [Fact]
    public void What_an_ancestor_refuses_is_held_nowhere()
    {
        var (organisation, key) = Tree(50, 100);

        Assert.False(key.TryReserve(Of(60), "draft", out var hold, out var refusal));

        Assert.Equal((RefusalReason.Limit, "organisation"), (refusal.Reason, refusal.Scope));
        Assert.Equal((0, 0), key.Of(Credits));
        Assert.Equal((0, 0), organisation.Of(Credits));
        Assert.Equal(SettlementKind.Duplicate, hold.Settle(Of(1)).Kind);
        Assert.False(hold.Release());
    }

    [Fact]
    public void A_refusal_says_all_that_helps()
    {
        var (organisation, key) = Tree(100, 60);
        Assert.True(key.TryReserve(Of(30), "draft", out var first, out _));
        Assert.True(key.TryReserve(Of(20), "draft", out _, out _));
        first.Settle(Of(25));

        Assert.False(key.TryReserve(Of(40), "vote", out _, out var refusal));

        Assert.Equal("organisation/key", refusal.Scope);
        Assert.Equal((60, 25, 20, 40), (refusal.Limit!.Amount, refusal.Spent, refusal.Held, refusal.Asked));
        Assert.Equal(Of(15), refusal.Fitting);
        Assert.Null(refusal.FitsAt);
        Assert.Equal(
            "organisation/key is limited to 60 credits: 25 credits spent, 20 credits held, 40 credits asked for; 15 credits would fit", refusal.ToString());
        Assert.Equal((25, 20), organisation.Of(Credits));
    }

    [Fact]
    public void Money_is_told_in_dollars()
    {
        var key = Budget.Create("key", new BudgetLimit(Money.Parse("$5"), LimitWindow.Calendar(CalendarUnit.Day)));
        Assert.True(key.TryReserve(Cost.Zero.With(Money.Parse("$4.95")), "draft", out var hold, out _));
        hold.Settle(Cost.Zero.With(Money.Parse("$4.95")));

        Assert.False(key.TryReserve(Cost.Zero.With(Money.Parse("$0.10")), "draft", out _, out var refusal));

        Assert.StartsWith(
            "key is limited to $5.00 per day (UTC): $4.95 spent, $0.00 held, $0.10 asked for; $0.05 would fit now, all of it at ", refusal.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void What_fits_is_the_least_room_of_all_scopes_for_each_resource()
    {
        var root = Budget.Create("root", new BudgetLimit(Credits, 100), new BudgetLimit(Tokens, 5));
        var leaf = root.CreateChild("leaf", new BudgetLimit(Credits, 70), new BudgetLimit(Tokens, 50));

        Assert.False(leaf.TryReserve(Of(80).With(Tokens, 20).With(Resource.Expansions, 9), "draft", out _, out var refusal));

        Assert.Equal(Of(70).With(Tokens, 5).With(Resource.Expansions, 9), refusal.Fitting);
        Assert.True(leaf.TryReserve(refusal.Fitting, "draft", out _, out _));
    }

    [Fact]
    public void More_than_the_hold_is_charged_in_full_and_flagged()
    {
        var (organisation, key) = Tree(100, 60);
        Assert.True(key.TryReserve(Of(50), "draft", out var hold, out _));

        Assert.Equal(SettlementKind.Overrun, hold.Settle(Of(130)).Kind);

        Assert.Equal((130, 0), organisation.Of(Credits));
        Assert.Equal(1, key.Receipt().Overruns);
        Assert.False(key.TryReserve(Of(1), "draft", out _, out var refusal));
        Assert.Equal(Cost.Zero, refusal.Fitting);
    }

    [Fact]
    public void A_resource_used_without_a_hold_is_an_overrun_only_where_it_is_limited()
    {
        var free = Budget.Create("free", new BudgetLimit(Credits, 100));
        var limited = Budget.Create("limited", new BudgetLimit(Credits, 100), new BudgetLimit(Tokens, 10));
        Assert.True(free.TryReserve(Of(5), "draft", out var first, out _));
        Assert.True(limited.TryReserve(Of(5), "draft", out var second, out _));

        Assert.Equal(SettlementKind.Settled, first.Settle(Of(5).With(Tokens, 3)).Kind);
        Assert.Equal(SettlementKind.Overrun, second.Settle(Of(5).With(Tokens, 3)).Kind);
    }

    [Fact]
    public void Settling_or_releasing_again_changes_nothing()
    {
        var (organisation, key) = Tree(100, 60);
        Assert.True(key.TryReserve(Of(50), "draft", out var hold, out _));
        hold.Settle(Of(10));

        Assert.Equal(SettlementKind.Duplicate, hold.Settle(Of(10)).Kind);
        Assert.False(hold.Release());
        Assert.True(key.TryReserve(Of(50), "draft", out var next, out _));
        Assert.Equal(SettlementKind.Duplicate, hold.Settle(Of(10)).Kind);
        Assert.NotEqual(hold, next);
        Assert.Equal((10, 50), organisation.Of(Credits));
    }

    [Fact]
    public void A_forgotten_hold_expires_and_a_late_settlement_is_charged_in_full()
    {
        var budget = Root(new BudgetLimit(Credits, 100));
        Assert.True(budget.TryReserve(Of(80), "draft", out var hold, out _));
        clock.Advance(TimeSpan.FromMinutes(59));
        Assert.False(budget.TryReserve(Of(80), "draft", out _, out _));
        clock.Advance(TimeSpan.FromMinutes(1));

        Assert.True(budget.TryReserve(Of(80), "draft", out _, out _));
        Assert.Equal(SettlementKind.AfterExpiry, hold.Settle(Of(60)).Kind);
        Assert.Equal((60, 80), budget.Of(Credits));
        Assert.Equal(SettlementKind.Duplicate, hold.Settle(Of(60)).Kind);
    }

    [Fact]
    public void The_receipt_lists_every_purpose_here_and_below()
    {
        var (organisation, key) = Tree(1000, 1000);
        var run = key.CreateChild("run");
        foreach (var (scope, purpose, amount) in ((Budget, string, long)[])[(run, "draft", 5), (run, "vote", 2), (key, "draft", 7), (run, "vote", 3)])
        {
            Assert.True(scope.TryReserve(Of(amount + 1), purpose, out var hold, out _));
            hold.Settle(Of(amount));
        }

        Assert.True(run.TryReserve(Of(20), "vote", out var needless, out _));
        Assert.True(run.TryReserve(Of(9), "vote", out var late, out _));
        needless.Release();
        late.Settle(Of(9), "thrown away");

        Assert.Equal([new("draft", 1, Of(5)), new("vote", 2, Of(5)), new("thrown away", 1, Of(9))], run.Receipt().Lines);
        Assert.Equal([new("draft", 2, Of(12)), new("vote", 2, Of(5)), new("thrown away", 1, Of(9))], organisation.Receipt().Lines);
        Assert.Equal((Of(26), Cost.Zero), (organisation.Receipt().Total, organisation.Receipt().Held));
    }

    [Fact]
    public void Thresholds_tell_once_and_may_use_the_budget()
    {
        List<string> told = [];
        Budget? budget = null;
        budget = Budget.Create("root", new BudgetLimit(Credits, 1000)
            .NotifyAt(80, crossing => told.Add($"{crossing.Scope} {crossing.Percent} % {crossing.Spent} {budget!.Of(Credits).Spent}"))
            .NotifyAt(50, crossing => told.Add($"{crossing.Percent} %")));
        foreach (var amount in (long[])[499, 1, 100, 250, 100])
        {
            Assert.True(budget.TryReserve(Of(amount), "draft", out var hold, out _));
            hold.Settle(Of(amount));
        }

        Assert.Equal(["50 %", "root 80 % 850 850"], told);
    }

    [Fact]
    public void A_deadline_ends_the_scope_and_what_is_below_and_cancels_tokens()
    {
        var root = Root();
        var run = root.CreateChild("run", new ScopeOptions { Deadline = clock.GetUtcNow().AddDays(100) });
        var step = run.CreateChild("step");
        clock.Advance(TimeSpan.FromDays(100) - TimeSpan.FromTicks(1));
        Assert.False(step.Token.IsCancellationRequested);
        Assert.True(step.TryReserve(Of(1), "draft", out _, out _));

        clock.Advance(TimeSpan.FromTicks(1));

        Assert.True(step.Token.IsCancellationRequested);
        Assert.False(step.TryReserve(Of(1), "draft", out _, out var refusal));
        Assert.Equal((RefusalReason.Deadline, "root/run"), (refusal.Reason, refusal.Scope));
        Assert.True(root.TryReserve(Of(1), "draft", out _, out _));
        Assert.False(root.Token.CanBeCanceled);
    }

    [Fact]
    public void An_inner_deadline_does_not_outlive_the_outer_one()
    {
        var run = Root().CreateChild("run", new ScopeOptions { Deadline = clock.GetUtcNow().AddSeconds(5) });
        using var step = run.CreateChild("step", new ScopeOptions { Deadline = clock.GetUtcNow().AddSeconds(50) });
        clock.Advance(TimeSpan.FromSeconds(5));

        Assert.True(step.Token.IsCancellationRequested);
        Assert.False(step.TryReserve(Of(1), "draft", out _, out _));
    }

    [Fact]
    public void A_closed_scope_grants_nothing_but_settles_what_is_on_its_way()
    {
        var (organisation, key) = Tree(100, 60);
        Assert.True(key.TryReserve(Of(50), "draft", out var hold, out _));
        key.Dispose();

        Assert.False(key.CreateChild("run").TryReserve(Of(1), "draft", out _, out var refusal));
        Assert.Equal("organisation/key is closed", refusal.ToString());
        Assert.Equal(SettlementKind.Settled, hold.Settle(Of(10)).Kind);
        Assert.Equal((10, 0), organisation.Of(Credits));
    }

    [Fact]
    public void Limits_that_make_no_sense_are_refused()
    {
        Assert.Throws<ArgumentException>(() => Budget.Create("root", new BudgetLimit(Resource.Memory, 1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => Budget.Create("root", new BudgetLimit(Credits, -1)));
        Assert.Throws<ArgumentException>(() => Budget.Create("root", new BudgetLimit(Credits, 1).NotifyAt(101, static _ => { })));
        Assert.Throws<ArgumentException>(() => Budget.Create(" "));
        Assert.Throws<ArgumentOutOfRangeException>(() => LimitWindow.Rolling(TimeSpan.Zero));
    }

    [Fact]
    public void The_largest_amounts_neither_overflow_nor_wrap()
    {
        var budget = Budget.Create("root", new BudgetLimit(Credits, long.MaxValue));
        Assert.True(budget.TryReserve(Of(long.MaxValue), "draft", out var hold, out _));
        Assert.False(budget.TryReserve(Of(1), "draft", out _, out var refusal));
        Assert.Equal(Cost.Zero, refusal.Fitting);
        hold.Settle(Of(long.MaxValue));
        Assert.True(budget.TryReserve(Cost.Zero, "draft", out var overrun, out _));
        Assert.Equal(SettlementKind.Overrun, overrun.Settle(Of(long.MaxValue)).Kind);

        Assert.Equal((long.MaxValue, 0), budget.Of(Credits));
        Assert.False(budget.TryReserve(Of(1), "draft", out _, out _));
    }

    [Fact]
    public void Reserving_and_settling_allocate_nothing()
    {
        var leaf = Budget.Create("organisation", new BudgetLimit(Credits, long.MaxValue, LimitWindow.Calendar(CalendarUnit.Month)))
            .CreateChild("team", new BudgetLimit(Credits, long.MaxValue, LimitWindow.Rolling(TimeSpan.FromHours(1))))
            .CreateChild("key", new BudgetLimit(Tokens, long.MaxValue))
            .CreateChild("run", new BudgetLimit(Credits, long.MaxValue));
        var (worst, actual) = (Of(10).With(Tokens, 100), Of(7).With(Tokens, 50));
        Spend(leaf, worst, actual, 100);
        var before = GC.GetAllocatedBytesForCurrentThread();

        Spend(leaf, worst, actual, 10_000);

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    private static void Spend(Budget budget, Cost worst, Cost actual, int times)
    {
        for (var i = 0; i < times; i++)
        {
            if (!budget.TryReserve(worst, "draft", out var hold, out _))
            {
                throw new InvalidOperationException("refused");
            }

            hold.Settle(actual);
        }
    }

    private static Cost Of(long money) => Cost.Zero.With(Credits, money);

    private static (Budget Organisation, Budget Key) Tree(long organisation, long key)
    {
        var root = Budget.Create("organisation", new BudgetLimit(Credits, organisation));
        return (root, root.CreateChild("key", new BudgetLimit(Credits, key)));
    }

    private Budget Root(params BudgetLimit[] limits) => Budget.Create("root", new ScopeOptions { Limits = limits }, new BudgetOptions { Clock = clock });
}
