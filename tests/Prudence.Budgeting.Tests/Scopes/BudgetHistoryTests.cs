namespace Prudence.Budgeting.Tests.Scopes;

/// <summary>Random histories of a tree against a model of it that is too simple to be wrong.</summary>
public sealed class BudgetHistoryTests
{
    private static readonly Resource[] Resources = [Resource.Money, Resource.OutputTokens, Resource.Turns];

    [Fact]
    public void Agrees_with_the_simple_model() => Play(histories: 600);

    [Fact]
    [Trait("Category", "Long")]
    public void Agrees_with_the_simple_model_for_a_hundred_thousand_histories() => Play(histories: 100_000);

    private static void Play(int histories) => Parallel.For(0, histories, static seed =>
    {
        var random = new Random(seed);
        var clock = new FakeTimeProvider();
        var model = new SimpleBudgets();
        List<Budget> scopes = [];
        for (var i = 0; i < 6; i++)
        {
            var parent = i == 0 ? -1 : random.Next(i);
            BudgetLimit[] limits = [.. Resources.Where(_ => random.Next(2) == 0).Select(resource => new BudgetLimit(resource, random.Next(60)))];
            var options = new ScopeOptions { Limits = limits };
            scopes.Add(parent < 0
                ? Budget.Create("s0", options, new BudgetOptions { Clock = clock, HoldTimeout = TimeSpan.FromMinutes(10) })
                : scopes[parent].CreateChild($"s{i}", options));
            model.Add(parent, limits);
        }

        List<(Reservation Real, int Model)> reservations = [];
        for (var step = 0; step < 60; step++)
        {
            switch (random.Next(4))
            {
                case 0 or 1:
                    var scope = random.Next(scopes.Count);
                    var worst = RandomCost(random);
                    var granted = scopes[scope].TryReserve(worst, "draft", out var hold, out var refusal);
                    Assert.Equal(model.TryReserve(scope, worst, clock.GetUtcNow(), out var number), granted);
                    Assert.Equal(granted, refusal is null);
                    if (granted)
                    {
                        reservations.Add((hold, number));
                    }

                    break;
                case 2 when reservations.Count > 0:
                    var (real, index) = reservations[random.Next(reservations.Count)];
                    var actual = RandomCost(random);
                    Assert.Equal(model.Settle(index, actual, clock.GetUtcNow()), real.Settle(actual).IsCharged);
                    break;
                case 3 when reservations.Count > 0 && random.Next(2) == 0:
                    (real, index) = reservations[random.Next(reservations.Count)];
                    Assert.Equal(model.Release(index, clock.GetUtcNow()), real.Release());
                    break;
                default:
                    clock.Advance(TimeSpan.FromMinutes(random.Next(4)));
                    break;
            }

            for (var i = 0; i < scopes.Count; i++)
            {
                foreach (var resource in Resources)
                {
                    Assert.Equal(model.Of(i, resource, clock.GetUtcNow()), scopes[i].Of(resource));
                }
            }
        }
    });

    private static Cost RandomCost(Random random)
    {
        var cost = Cost.Zero;
        foreach (var resource in Resources)
        {
            cost = cost.With(resource, random.Next(3) == 0 ? random.Next(20) : 0);
        }

        return cost;
    }
}
