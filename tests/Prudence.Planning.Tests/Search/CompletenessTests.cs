using Prudence.Planning.Search;
using Prudence.Planning.Tests.Tasks;

namespace Prudence.Planning.Tests.Search;

public sealed class CompletenessTests
{
    private const int Tasks = 80;

    public static TheoryData<string> Complete => new(SearchMaker.Complete);

    public static TheoryData<string> Optimal => new(SearchMaker.Optimal);

    [Theory]
    [MemberData(nameof(Complete))]
    public void A_plan_is_found_exactly_where_one_exists(string kind)
    {
        for (var seed = 0; seed < Tasks; seed++)
        {
            var task = RandomTasks.OfEveryKind(seed);
            var result = SearchMaker.Run(kind, task);
            var optimum = ReferenceSemantics.OptimalCost(task);

            Assert.Equal(optimum is null ? SearchStatus.Unsolvable : SearchStatus.Solved, result.Status);
            Assert.Equal(optimum is null, result.Plan is null);
            if (optimum is not null)
            {
                Assert.Equal(result.Cost, ReferenceSemantics.Validate(task, result.Plan!));
                Assert.True(result.Cost >= optimum);
                Assert.True(!result.IsProvenOptimal || result.Cost == optimum);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Optimal))]
    public void Optimal_searches_find_and_prove_the_optimum(string kind)
    {
        for (var seed = 100; seed < 100 + Tasks; seed++)
        {
            var task = RandomTasks.OfEveryKind(seed);
            var result = SearchMaker.Run(kind, task);
            if (ReferenceSemantics.OptimalCost(task) is { } optimum)
            {
                Assert.Equal(optimum, result.Cost);
                Assert.True(result.IsProvenOptimal);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Complete))]
    public void Only_plans_below_the_bound_are_found(string kind)
    {
        for (var seed = 0; seed < Tasks; seed++)
        {
            var task = RandomTasks.OfEveryKind(seed);
            if (ReferenceSemantics.OptimalCost(task) is { } optimum)
            {
                var below = SearchMaker.Run(kind, task, new SearchOptions { Bound = new CostBound(optimum) });
                Assert.Null(below.Plan);
                Assert.True(below.Status is SearchStatus.Exhausted, $"{seed}: {below.Status}");

                var bound = new CostBound(optimum + 1);
                var within = SearchMaker.Run(kind, task, new SearchOptions { Bound = bound });
                Assert.True(within.Plan is not null || !within.ProvesBound);
                if (within.Plan is not null)
                {
                    Assert.Equal(optimum, within.Cost);
                    Assert.Equal(optimum, bound.Value);
                }
            }
        }
    }

    [Theory]
    [InlineData("ehc")]
    [InlineData("ehc-preferred")]
    [InlineData("ehc-path")]
    [InlineData("1-bfws")]
    [InlineData("2-bfws")]
    public void Incomplete_searches_find_plans_or_claim_nothing_false(string kind)
    {
        var solved = 0;
        for (var seed = 0; seed < Tasks; seed++)
        {
            var task = RandomTasks.OfEveryKind(seed);
            var result = SearchMaker.Run(kind, task);
            if (result.Plan is not null)
            {
                solved++;
                Assert.Equal(result.Cost, ReferenceSemantics.Validate(task, result.Plan));
            }

            Assert.Equal(result.Plan is not null, result.Status == SearchStatus.Solved);
            Assert.True(result.Status != SearchStatus.Unsolvable || ReferenceSemantics.OptimalCost(task) is null);
        }

        Assert.True(solved > Tasks / 4);
    }

    [Fact]
    public void Breadth_first_plans_have_the_fewest_operators()
    {
        for (var seed = 0; seed < Tasks; seed++)
        {
            var unit = new RandomTasks { HighestCost = 0 }.Make(seed);
            var result = SearchMaker.Run("breadth-first", unit);
            Assert.Equal(ReferenceSemantics.OptimalCost(unit), result.Plan?.Length);
            Assert.Equal(result.Plan is not null, result.IsProvenOptimal);
        }
    }

    [Fact]
    public void Weighted_a_star_keeps_its_promise()
    {
        for (var seed = 0; seed < Tasks; seed++)
        {
            var task = RandomTasks.OfEveryKind(seed);
            using var stop = new Budgeting.StopSignal(Budgeting.RunLimits.Unlimited);
            var options = new BestFirstOptions { HeuristicWeight = 3, ReopenClosed = true };
            var result = new WeightedAStarSearch(
                new Planning.States.TransitionSystem(task), [new OracleHeuristic(task, noise: 5)], options, stop).Run();
            if (ReferenceSemantics.OptimalCost(task) is { } optimum)
            {
                Assert.InRange(result.Cost, optimum, 3 * optimum);
            }
        }
    }

    [Fact]
    public void Dead_ends_that_may_not_be_dead_prove_nothing()
    {
        for (var seed = 0; seed < Tasks; seed++)
        {
            var task = RandomTasks.OfEveryKind(seed);
            if (ReferenceSemantics.OptimalCost(task) is null)
            {
                using var stop = new Budgeting.StopSignal(Budgeting.RunLimits.Unlimited);
                var unreliable = new OracleHeuristic(task, reliable: false);
                var result = new GreedySearch(new Planning.States.TransitionSystem(task), [unreliable], new BestFirstOptions(), stop).Run();
                Assert.Equal(SearchStatus.Exhausted, result.Status);
                Assert.False(result.ProvesBound);
            }
        }
    }
}
