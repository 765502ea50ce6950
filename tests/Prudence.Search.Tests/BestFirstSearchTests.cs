using Prudence.Budgeting;
using Prudence.Search.Tests.Worlds;

namespace Prudence.Search.Tests;

public class BestFirstSearchTests
{
    [Fact]
    public async Task AStar_solves_the_hardest_eight_puzzle_in_31_moves()
    {
        // One of the two starts that are farthest from the goal (Reinefeld 1993).
        var space = SlidingPuzzle.From("876041253");
        var result = await new BestFirstSearch<string, char>(SlidingPuzzle.ManhattanDistance).RunAsync(space, RunLimits.Unlimited);

        Assert.Equal(SearchOutcome.Solved, result.Outcome);
        Assert.True(result.IsOptimal);
        Assert.Equal(31, result.Path!.Cost);
        Assert.Equal(SlidingPuzzle.Goal, SlidingPuzzle.Apply(space.InitialState, result.Path.Actions));
    }

    [Fact]
    public async Task AStar_with_an_estimate_expands_less_than_uniform_cost_search_for_the_same_cost()
    {
        var space = SlidingPuzzle.From(SlidingPuzzle.Shuffled(40, seed: 3));
        var informed = await new BestFirstSearch<string, char>(SlidingPuzzle.ManhattanDistance).RunAsync(space, RunLimits.Unlimited);
        var blind = await new BestFirstSearch<string, char>(null, BestFirstOptions.UniformCost).RunAsync(space, RunLimits.Unlimited);

        Assert.True(blind.IsOptimal);
        Assert.Equal(blind.Path!.Cost, informed.Path!.Cost);
        Assert.True(informed.Statistics.Expanded * 5 < blind.Statistics.Expanded);
    }

    [Fact]
    public async Task Costs_are_optimal_on_random_graphs_also_with_inconsistent_estimates()
    {
        for (var seed = 0; seed < 500; seed++)
        {
            var graph = new RandomGraph(seed);
            foreach (var (evaluator, options) in new[]
            {
                (graph.AdmissibleEstimate(seed), BestFirstOptions.AStar),
                (graph.AdmissibleEstimate(seed), BestFirstOptions.AStar with { TieBreaking = TieBreaking.Deepest }),
                (null, BestFirstOptions.UniformCost),
            })
            {
                var result = await new BestFirstSearch<int, (int, int)>(evaluator, options).RunAsync(graph.Space, RunLimits.Unlimited);
                if (double.IsInfinity(graph.Distances[0]))
                {
                    Assert.Equal(SearchOutcome.Exhausted, result.Outcome);
                    Assert.Null(result.Path);
                }
                else
                {
                    Assert.True(result.IsOptimal);
                    Assert.True(graph.IsPath(result.Path!));
                    Assert.Equal(graph.Distances[0], result.Path!.Cost);
                }
            }
        }
    }

    [Theory]
    [InlineData(1.5)]
    [InlineData(3)]
    [InlineData(10)]
    public async Task Weighted_AStar_stays_within_its_weight_of_the_optimum(double weight)
    {
        for (var seed = 0; seed < 200; seed++)
        {
            var graph = new RandomGraph(seed);
            var search = new BestFirstSearch<int, (int, int)>(graph.AdmissibleEstimate(seed), BestFirstOptions.WeightedAStar(weight));
            var result = await search.RunAsync(graph.Space, RunLimits.Unlimited);

            Assert.False(result.IsOptimal);
            Assert.Equal(!double.IsInfinity(graph.Distances[0]), result.ReachesGoal);
            Assert.True(result.Path is null || result.Path.Cost <= weight * graph.Distances[0]);
        }
    }

    [Fact]
    public async Task Greedy_search_expands_no_state_twice()
    {
        for (var seed = 0; seed < 200; seed++)
        {
            var graph = new RandomGraph(seed);
            var search = new BestFirstSearch<int, (int, int)>(graph.AdmissibleEstimate(seed), BestFirstOptions.Greedy);
            var result = await search.RunAsync(graph.Space, RunLimits.Unlimited);

            Assert.Equal(0, result.Statistics.Reopened);
            Assert.True(result.Statistics.Expanded <= graph.Distances.Length);
            Assert.Equal(!double.IsInfinity(graph.Distances[0]), result.ReachesGoal);
        }
    }

    [Fact]
    public async Task No_state_is_judged_twice()
    {
        for (var seed = 0; seed < 200; seed++)
        {
            var graph = new RandomGraph(seed);
            var judged = new List<int>();
            var evaluator = StateEvaluator.From<int>(node =>
            {
                judged.Add(node);
                return 0;
            });
            var result = await new BestFirstSearch<int, (int, int)>(evaluator).RunAsync(graph.Space, RunLimits.Unlimited);

            // A list of successors may name a state twice; that is the only repetition.
            Assert.True(judged.Count - judged.Distinct().Count() <= result.Statistics.Expanded);
            Assert.Equal(judged.Count, result.Statistics.Evaluated);
        }
    }

    [Fact]
    public async Task Successors_are_judged_together()
    {
        var space = SlidingPuzzle.From(SlidingPuzzle.Shuffled(30, seed: 1));
        var result = await new BestFirstSearch<string, char>(SlidingPuzzle.ManhattanDistance).RunAsync(space, RunLimits.Unlimited);

        Assert.True(result.Statistics.Batches <= result.Statistics.Expanded + 1);
        Assert.True(result.Statistics.Evaluated > result.Statistics.Batches);
    }

    [Fact]
    public async Task A_tree_counts_every_way_as_a_state_of_its_own()
    {
        // Two ways lead to the same text; a graph search expands it once, a tree search twice.
        static Successor<string, int>[] Successors(string state) => state switch
        {
            "" => [new(1, "a"), new(2, "b")],
            "a" or "b" => [new(3, "c")],
            "c" => [new(4, "d", Cost: 5)],
            _ => [],
        };

        var search = new BestFirstSearch<string, int>(null);
        var graph = await search.RunAsync(SearchSpace.From("", Successors, static state => state == "d"), RunLimits.Unlimited);
        var tree = await search.RunAsync(SearchSpace.From("", Successors, static state => state == "d", isTree: true), RunLimits.Unlimited);

        Assert.Equal(4, graph.Statistics.Expanded);
        Assert.Equal(5, tree.Statistics.Expanded);
        Assert.Equal(7, tree.Path!.Cost);
    }

    [Fact]
    public async Task Hands_back_the_most_promising_way_when_expansions_run_out()
    {
        var space = SlidingPuzzle.From("876041253");
        var result = await new BestFirstSearch<string, char>(SlidingPuzzle.ManhattanDistance).RunAsync(space, new RunLimits { Expansions = 50 });

        Assert.Equal(SearchOutcome.Stopped, result.Outcome);
        Assert.Equal(StopReason.Expansions, result.Receipt.StoppedBy);
        Assert.Equal(50, result.Statistics.Expanded);
        Assert.Equal(50, result.Receipt.Total[Resource.Expansions]);
        Assert.False(result.ReachesGoal);
        Assert.Equal(result.Path!.FinalState, SlidingPuzzle.Apply(space.InitialState, result.Path.Actions));
    }

    [Fact]
    public async Task Hands_back_what_it_would_have_expanded_next_where_asked_to()
    {
        var options = BestFirstOptions.AStar with { PartialAnswer = PartialAnswer.NextToExpand };
        var result = await new BestFirstSearch<string, char>(WordGame.Distance, options).RunAsync(WordGame.Space(anyWord: false), new RunLimits { Expansions = 3 });

        Assert.Equal("bud", result.Path!.FinalState);
    }

    [Fact]
    public async Task Hands_back_a_goal_it_knows_even_if_it_is_not_proved_the_best()
    {
        // The dear goal is found at once, a long chain of cheap steps might lead to a cheaper one.
        static Successor<int, int>[] Successors(int state) => [new(0, state + 1, Cost: 0.001), new(1, -1, Cost: 10)];
        var result = await new BestFirstSearch<int, int>(null)
            .RunAsync(SearchSpace.From(0, Successors, static state => state == -1), new RunLimits { Expansions = 20 });

        Assert.Equal(SearchOutcome.Stopped, result.Outcome);
        Assert.True(result.ReachesGoal);
        Assert.False(result.IsOptimal);
        Assert.Equal(10, result.Path!.Cost);
    }

    [Fact]
    public async Task Refuses_costs_and_estimates_that_break_the_contract()
    {
        var negative = SearchSpace.From<int, int>(0, static _ => [new(0, 1, Cost: -1)], static _ => false);
        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => new BestFirstSearch<int, int>(null).RunAsync(negative, RunLimits.Unlimited));
        Assert.Contains("'0' the cost -1", failure.Message, StringComparison.Ordinal);

        var confused = new BestFirstSearch<string, char>(StateEvaluator.From<string>(static _ => double.NaN));
        await Assert.ThrowsAsync<InvalidOperationException>(() => confused.RunAsync(SlidingPuzzle.From(SlidingPuzzle.Goal), RunLimits.Unlimited));
        Assert.Throws<ArgumentOutOfRangeException>(() => new BestFirstSearch<int, int>(null, BestFirstOptions.WeightedAStar(-1)));
    }
}
