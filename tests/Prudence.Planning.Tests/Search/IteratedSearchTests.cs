using Prudence.Budgeting;
using Prudence.Planning.Search;
using Prudence.Planning.Tests.Tasks;

namespace Prudence.Planning.Tests.Search;

public sealed class IteratedSearchTests
{
    [Fact]
    public void Plans_get_cheaper_until_the_last_is_proven_optimal()
    {
        var improved = 0;
        for (var seed = 0; seed < 60; seed++)
        {
            var task = new RandomTasks { Variables = 5, Operators = 24, HighestCost = 30 }.Make(seed);
            var plans = new PlanRecorder();
            using var stop = new StopSignal(RunLimits.Unlimited);

            var result = SearchMaker.Make("anytime", task, stop, progress: plans).Run();

            var optimum = ReferenceSemantics.OptimalCost(task);
            Assert.Equal(optimum is null ? SearchStatus.Unsolvable : SearchStatus.Solved, result.Status);
            Assert.Equal(optimum is not null, result.IsProvenOptimal);
            Assert.Equal(optimum ?? 0, result.Cost);
            Assert.Equal(result.Plan, plans.Found.LastOrDefault()?.Operators);
            for (var i = 0; i < plans.Found.Count; i++)
            {
                Assert.Equal(plans.Found[i].Cost, ReferenceSemantics.Validate(task, plans.Found[i].Operators));
                Assert.True(i == 0 || plans.Found[i].Cost < plans.Found[i - 1].Cost);
            }

            improved += plans.Found.Count > 1 ? 1 : 0;
        }

        Assert.True(improved > 10, $"only {improved} tasks had a second plan");
    }

    [Fact]
    public void The_plan_so_far_survives_a_stop()
    {
        for (var seed = 0; seed < 60; seed++)
        {
            var task = RandomTasks.OfEveryKind(seed);
            var plans = new PlanRecorder();
            using var stop = new StopSignal(RunLimits.Unlimited);
            plans.OnPlan = () => stop.Raise(StopReason.Cancelled);

            var result = SearchMaker.Make("anytime", task, stop, progress: plans).Run();

            if (ReferenceSemantics.OptimalCost(task) is not null)
            {
                Assert.Equal(plans.Found[0].Operators, result.Plan);
                Assert.Single(plans.Found);
            }
        }
    }

    [Fact]
    public void A_failed_search_is_followed_by_the_next_unless_told_otherwise()
    {
        for (var seed = 0; seed < 100; seed++)
        {
            var task = RandomTasks.OfEveryKind(seed);
            var climbing = SearchMaker.Run("ehc-preferred", task);
            var fallback = SearchMaker.Run("fallback", task);
            Assert.Equal(ReferenceSemantics.OptimalCost(task) is null, fallback.Plan is null);

            using var stop = new StopSignal(RunLimits.Unlimited);
            var alone = new IteratedSearch(
                [given => SearchMaker.Make("ehc-preferred", task, stop, given), given => SearchMaker.Make("greedy", task, stop, given)],
                new IteratedOptions { ContinueOnFailure = false, StopAtFirstPlan = true },
                stop).Run();
            Assert.Equal(climbing.Plan, alone.Plan);
        }
    }

    [Fact]
    public void Searches_that_lose_patience_take_turns_until_the_proof()
    {
        var turns = 0;
        for (var seed = 0; seed < 60; seed++)
        {
            var task = new RandomTasks { Variables = 5, Operators = 24, HighestCost = 30 }.Make(seed);
            using var stop = new StopSignal(RunLimits.Unlimited);
            var limits = new List<long?>();
            IteratedStep step = given =>
            {
                limits.Add(given.MaximumExpansions);
                return SearchMaker.Make("astar-blind", task, stop, given);
            };

            var result = new IteratedSearch([step, step], new IteratedOptions { Patience = 3 }, stop).Run();

            var optimum = ReferenceSemantics.OptimalCost(task);
            Assert.Equal(optimum ?? 0, result.Cost);
            Assert.Equal(optimum is null ? SearchStatus.Unsolvable : SearchStatus.Solved, result.Status);
            Assert.Equal(optimum is not null, result.IsProvenOptimal);
            Assert.Equal(limits.Select((_, turn) => (long?)(3L << (turn / 2))), limits);
            turns = Math.Max(turns, limits.Count);
        }

        Assert.True(turns > 4, $"no task took more than {turns} turns");
    }

    [Fact]
    public void The_limit_on_all_expansions_holds_when_searches_take_turns()
    {
        for (var seed = 0; seed < 60; seed++)
        {
            var task = new RandomTasks { Variables = 5, Operators = 24, HighestCost = 30 }.Make(seed);
            using var stop = new StopSignal(RunLimits.Unlimited);
            IteratedStep step = given => SearchMaker.Make("astar-blind", task, stop, given);

            var result = new IteratedSearch([step, step], new IteratedOptions { Patience = 2, MaximumExpansions = 7 }, stop).Run();

            Assert.InRange(result.Statistics.Expanded, 0, 7);
            if (result.Status == SearchStatus.Stopped)
            {
                Assert.Equal(StopReason.Expansions, result.StopReason);
                Assert.Equal(7, result.Statistics.Expanded);
            }
        }
    }

    private sealed class PlanRecorder : SearchProgress
    {
        public List<FoundPlan> Found { get; } = [];

        public Action? OnPlan { get; set; }

        public override void PlanFound(FoundPlan plan)
        {
            Found.Add(plan);
            OnPlan?.Invoke();
        }
    }
}
