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
            using var stop = new StopSignal(Budget.Unlimited);

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
            using var stop = new StopSignal(Budget.Unlimited);
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

            using var stop = new StopSignal(Budget.Unlimited);
            var alone = new IteratedSearch(
                [given => SearchMaker.Make("ehc-preferred", task, stop, given), given => SearchMaker.Make("greedy", task, stop, given)],
                new IteratedOptions { ContinueOnFailure = false, StopAtFirstPlan = true },
                stop).Run();
            Assert.Equal(climbing.Plan, alone.Plan);
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
