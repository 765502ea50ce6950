namespace Prudence.Budgeting.Tests.Scopes;

public sealed class BudgetConcurrencyTests
{
    private const long Cent = 10_000_000;

    private static readonly Resource Credits = new("credits", "");

    [Fact]
    public void Of_a_thousand_reservations_at_once_exactly_as_many_are_admitted_as_fit() => Parallel.For(0, 200, static _ =>
    {
        var budget = Budget.Create("key", new BudgetLimit(Credits, 500 * Cent));
        var worst = Cost.Zero.With(Credits, 10 * Cent);
        var admitted = 0;
        Parallel.For(0, 1000, new ParallelOptions { MaxDegreeOfParallelism = 16 }, _ =>
        {
            if (budget.TryReserve(worst, "draft", out var hold, out var _))
            {
                Interlocked.Increment(ref admitted);
            }
        });

        Assert.Equal(50, admitted);
        Assert.Equal((0, 500 * Cent), budget.Of(Credits));
    });

    [Fact]
    public void A_tree_of_64_children_never_overspends_and_leaks_no_hold() => Fan(callsPerChild: 500);

    [Fact]
    [Trait("Category", "Long")]
    public void A_tree_of_64_children_with_ten_thousand_calls_each_never_overspends_and_leaks_no_hold() => Fan(callsPerChild: 10_000);

    [Fact]
    public void Held_and_spent_stay_under_the_cap_at_every_observation()
    {
        var budget = Budget.Create("key", new BudgetLimit(Credits, 8_000_000));
        var worst = Cost.Zero.With(Credits, 1_000_000);
        var done = 0;
        var workers = Enumerable.Range(0, 64).Select(seed => new Thread(() =>
        {
            var random = new Random(seed);
            while (Volatile.Read(ref done) == 0)
            {
                if (budget.TryReserve(worst, "draft", out var hold, out _))
                {
                    Thread.Yield();
                    hold.Settle(Cost.Zero.With(Credits, random.Next(200)));
                }
            }
        })).ToArray();
        Array.ForEach(workers, static worker => worker.Start());
        for (var i = 0; i < 10_000; i++)
        {
            var (spent, held) = budget.Of(Credits);
            if (spent + held > 8_000_000)
            {
                Assert.Fail($"{spent} spent and {held} held exceed the cap");
            }
        }

        Volatile.Write(ref done, 1);
        Array.ForEach(workers, static worker => worker.Join());
        Assert.Equal(0, budget.Of(Credits).Held);
        Assert.True(budget.Of(Credits).Spent > 0);
    }

    /// <summary>Children spend, give up, or settle late, in an order the scheduler makes.</summary>
    private static void Fan(int callsPerChild)
    {
        var cap = 64L * callsPerChild * 300;
        var root = Budget.Create("run", new BudgetLimit(Credits, cap));
        var spent = 0L;
        Parallel.For(0, 64, child =>
        {
            var random = new Random(child);
            var scope = root.CreateChild($"child {child}", new BudgetLimit(Credits, cap / 40));
            var open = new Queue<Reservation>();
            for (var call = 0; call < callsPerChild; call++)
            {
                if (scope.TryReserve(Cost.Zero.With(Credits, 1000), random.Next(2) == 0 ? "draft" : "vote", out var hold, out _))
                {
                    open.Enqueue(hold);
                }

                while (open.Count > random.Next(8))
                {
                    End(open.Dequeue(), random, ref spent);
                }
            }

            while (open.TryDequeue(out var hold))
            {
                End(hold, random, ref spent);
            }

            Assert.Equal(0, scope.Of(Credits).Held);
        });

        var receipt = root.Receipt();
        Assert.Equal(Cost.Zero, receipt.Held);
        Assert.Equal(spent, receipt.Total[Credits]);
        Assert.Equal(spent, receipt.Lines.Sum(static line => line.Cost[Credits]));
        Assert.InRange(spent, 1, cap);
        Assert.Equal(0, receipt.Overruns);
    }

    private static void End(Reservation hold, Random random, ref long spent)
    {
        if (random.Next(3) == 0)
        {
            hold.Release();
            return;
        }

        var used = random.Next(1001);
        hold.Settle(Cost.Zero.With(Credits, used));
        Interlocked.Add(ref spent, used);
    }
}
