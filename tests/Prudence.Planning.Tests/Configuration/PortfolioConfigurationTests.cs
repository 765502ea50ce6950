using Prudence.Budgeting;
using Prudence.Planning.Configuration;
using Prudence.Planning.Heuristics;
using Prudence.Planning.Search;
using Prudence.Planning.Search.Portfolio;
using Prudence.Planning.Tasks;
using Prudence.Planning.Tests.Tasks;

namespace Prudence.Planning.Tests.Configuration;

public sealed class PortfolioConfigurationTests
{
    private static readonly Dictionary<string, Func<PlanningTask, Heuristic>> None = [];

    [Theory]
    [InlineData("portfolio(astar(lmcut), lazy-greedy(ff), policy=best)", true)]
    [InlineData("portfolio(lazy-greedy(ff, preferred=all), breadth-first)", false)]
    [InlineData("portfolio(astar(blind), eager-greedy(goal-count), policy=best, deterministic=false)", true)]
    [InlineData("portfolio(iterated(lazy-greedy(ff), astar(max)), first-of(ehc(ff), eager-greedy(add)), policy=best, round=10)", true)]
    [InlineData("first-of(bfws(prune=true), portfolio(lazy-greedy(ff), astar(blind)))", false)]
    [InlineData("iterated(portfolio(lazy-greedy(ff), eager-greedy(add)), portfolio(astar(max), astar(blind), policy=best))", true)]
    public void Portfolios_find_plans_alone_and_inside_sequences(string configuration, bool isOptimal)
    {
        for (var seed = 0; seed < 25; seed++)
        {
            var task = RandomTasks.OfEveryKind(seed);
            var optimum = ReferenceSemantics.OptimalCost(task);
            var result = Run(configuration, task);

            Assert.Equal(optimum is null ? SearchStatus.Unsolvable : SearchStatus.Solved, result.Status);
            if (optimum is { } cost)
            {
                Assert.Equal(result.Cost, ReferenceSemantics.Validate(task, result.Plan!));
                Assert.True(!isOptimal || (result.IsProvenOptimal && result.Cost == cost), $"seed {seed}: {result.Cost}, {cost}");
            }
        }
    }

    [Fact]
    public void The_same_portfolio_gives_the_same_result_again()
    {
        for (var seed = 0; seed < 15; seed++)
        {
            var task = new RandomTasks { Operators = 24, HighestCost = 20 }.Make(seed);
            var (first, again) = (Run("portfolio(lazy-greedy(ff), eager-greedy(add), round=3)", task), Run("portfolio(lazy-greedy(ff), eager-greedy(add), round=3)", task));

            Assert.Equal(first.Plan, again.Plan);
            Assert.Equal(first.Statistics.Expanded, again.Statistics.Expanded);
        }
    }

    [Theory]
    [InlineData("portfolio", "at least one search")]
    [InlineData("portfolio(astar(lmcut), policy=slowest)", "first, best")]
    [InlineData("portfolio(astar(lmcut), round=0)", "at least 1")]
    [InlineData("portfolio(astar(blind), astar(nonsense))", "there is no heuristic")]
    [InlineData("portfolio(astar(blind), iterated(portfolio(astar(blind))))", "cannot contain another")]
    public void What_is_wrong_with_a_portfolio_is_said(string configuration, string message)
    {
        var error = Assert.Throws<ConfigurationException>(() => Run(configuration, RandomTasks.OfEveryKind(2)));

        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("astar(pdb)")]
    [InlineData("astar(pdb(max-states=100, collection-states=1000, pattern-size=3, orders=5))")]
    [InlineData("eager-greedy(cea, preferred=all)")]
    [InlineData("lazy-greedy(cea(cost=one), preferred=cea, cost=one)")]
    public void Heuristics_are_known_by_name_with_their_options(string configuration) =>
        Assert.Equal(SearchStatus.Solved, Run(configuration, SolvableTask()).Status);

    private static PlanningTask SolvableTask() =>
        new Prudence.Planning.Tests.Heuristics.Relaxation.TaskDraft(2, 2).Operator("a", 1, [], (0, 1)).Operator("b", 1, [(0, 1)], (1, 1)).Goal((1, 1)).Build();

    private static SearchResult Run(string configuration, PlanningTask task)
    {
        using var stop = new StopSignal(RunLimits.Unlimited);
        return new SearchFactory(task, None, stop, null).Create(ConfigurationParser.Parse(configuration)).Run();
    }
}
