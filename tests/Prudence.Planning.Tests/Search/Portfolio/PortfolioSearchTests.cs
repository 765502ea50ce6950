using Prudence.Budgeting;
using Prudence.Planning.Heuristics;
using Prudence.Planning.Search;
using Prudence.Planning.Search.Portfolio;
using Prudence.Planning.States;
using Prudence.Planning.Tasks;
using Prudence.Planning.Tests.Tasks;

namespace Prudence.Planning.Tests.Search.Portfolio;

public sealed class PortfolioSearchTests
{
    [Theory]
    [InlineData(PortfolioPolicy.FirstPlan, true)]
    [InlineData(PortfolioPolicy.FirstPlan, false)]
    [InlineData(PortfolioPolicy.BestPlan, true)]
    [InlineData(PortfolioPolicy.BestPlan, false)]
    public void A_plan_is_found_exactly_where_one_exists(PortfolioPolicy policy, bool isDeterministic)
    {
        for (var seed = 0; seed < 40; seed++)
        {
            var task = RandomTasks.OfEveryKind(seed);
            var result = Run(task, policy, isDeterministic, "lazy-preferred", "anytime");
            var optimum = ReferenceSemantics.OptimalCost(task);

            Assert.Equal(optimum is null ? SearchStatus.Unsolvable : SearchStatus.Solved, result.Status);
            if (optimum is not null)
            {
                Assert.Equal(result.Cost, ReferenceSemantics.Validate(task, result.Plan!));
                Assert.Equal(policy == PortfolioPolicy.BestPlan || result.IsProvenOptimal, result.IsProvenOptimal);
                Assert.True(!result.IsProvenOptimal || result.Cost == optimum);
            }
        }
    }

    [Fact]
    public void The_result_does_not_depend_on_the_threads()
    {
        for (var seed = 0; seed < 30; seed++)
        {
            var task = new RandomTasks { Variables = 5, Operators = 24, HighestCost = 30 }.Make(seed);
            foreach (var policy in new[] { PortfolioPolicy.FirstPlan, PortfolioPolicy.BestPlan })
            {
                var first = Run(task, policy, isDeterministic: true, "breadth-first", "anytime", "greedy");
                for (var repetition = 0; repetition < 3; repetition++)
                {
                    var again = Run(task, policy, isDeterministic: true, "breadth-first", "anytime", "greedy");
                    Assert.Equal(first.Plan, again.Plan);
                    Assert.Equal(first.IsProvenOptimal, again.IsProvenOptimal);
                    Assert.Equal(first.Statistics.Expanded, again.Statistics.Expanded);
                    Assert.Equal(first.Statistics.Evaluated, again.Statistics.Evaluated);
                }
            }
        }
    }

    [Fact]
    public void Expansions_are_shared()
    {
        var task = new RandomTasks { Variables = 6, Operators = 30 }.Make(1);
        for (var limit = 0; limit < 9; limit++)
        {
            using var stop = new StopSignal(new RunLimits { Expansions = limit });
            var result = new PortfolioSearch(Members(task, "uniform-cost", "breadth-first"), new PortfolioOptions { RoundSteps = 3 }, stop).Run();
            Assert.True(result.Statistics.Expanded <= limit);
            Assert.True(result.Plan is not null || result.StopReason == StopReason.Expansions);
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_stop_ends_all_searches(bool isDeterministic)
    {
        var task = RandomTasks.OfEveryKind(2);
        using var stop = new StopSignal(RunLimits.Unlimited);
        PortfolioMember endless = (options, own, progress) => new GreedySearch(
            new TransitionSystem(task), [new Waiting(task, own, () => stop.Raise(StopReason.Time))], BestFirstOptions.From(options), own, progress);

        var result = new PortfolioSearch([endless, endless], new PortfolioOptions { IsDeterministic = isDeterministic }, stop).Run();

        Assert.Equal(SearchStatus.Stopped, result.Status);
        Assert.Equal(StopReason.Time, result.StopReason);
    }

    [Fact]
    public void A_failing_search_does_not_leave_the_others_waiting()
    {
        var task = RandomTasks.OfEveryKind(2);
        using var stop = new StopSignal(RunLimits.Unlimited);
        PortfolioMember failing = (_, _, _) => throw new InvalidOperationException("as it should");
        var members = Members(task, "breadth-first").Append(failing).ToArray();

        Assert.Throws<InvalidOperationException>(() => new PortfolioSearch(members, new PortfolioOptions(), stop).Run());
    }

    private static SearchResult Run(PlanningTask task, PortfolioPolicy policy, bool isDeterministic, params string[] kinds)
    {
        using var stop = new StopSignal(RunLimits.Unlimited);
        var options = new PortfolioOptions { Policy = policy, IsDeterministic = isDeterministic, RoundSteps = 5 };
        return new PortfolioSearch(Members(task, kinds), options, stop).Run();
    }

    private static PortfolioMember[] Members(PlanningTask task, params string[] kinds) =>
        Array.ConvertAll<string, PortfolioMember>(kinds, kind => (options, stop, progress) => SearchMaker.Make(kind, task, stop, options, progress));

    /// <summary>Evaluates until it is stopped.</summary>
    private sealed class Waiting(PlanningTask task, StopSignal own, Action began) : Heuristic(task)
    {
        public override int Evaluate(in State state, PreferredOperators? preferred)
        {
            began();
            own.Token.WaitHandle.WaitOne();
            return 1;
        }
    }
}
