using Prudence.Budgeting;
using Prudence.Search.Tests.Worlds;

namespace Prudence.Search.Tests;

public class IterativeDeepeningSearchTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task Finds_the_same_cost_as_AStar(int seed)
    {
        var space = SlidingPuzzle.From(SlidingPuzzle.Shuffled(40, seed));
        var deepening = await new IterativeDeepeningSearch<string, char>(SlidingPuzzle.ManhattanDistance).RunAsync(space, RunLimits.Unlimited);
        var optimal = await new BestFirstSearch<string, char>(SlidingPuzzle.ManhattanDistance).RunAsync(space, RunLimits.Unlimited);

        Assert.True(deepening.IsOptimal);
        Assert.Equal(optimal.Path!.Cost, deepening.Path!.Cost);
        Assert.Equal(SlidingPuzzle.Goal, SlidingPuzzle.Apply(space.InitialState, deepening.Path.Actions));
    }

    [Fact]
    public async Task Costs_are_optimal_on_random_graphs()
    {
        for (var seed = 0; seed < 150; seed++)
        {
            var graph = new RandomGraph(seed);
            var search = new IterativeDeepeningSearch<int, (int, int)>(graph.AdmissibleEstimate(seed));
            var result = await search.RunAsync(graph.Space, new RunLimits { Expansions = 20_000 });

            // Paths through a graph may be many; where the search ends by itself, it is right.
            if (result.Outcome != SearchOutcome.Stopped)
            {
                Assert.Equal(graph.Distances[0], result.Path?.Cost ?? double.PositiveInfinity);
            }
        }
    }

    [Fact]
    public async Task Gives_up_where_every_path_ends()
    {
        var space = SearchSpace.From<int, int>(0, static state => state < 4 ? [new(state, state + 1), new(-state, state + 1)] : [], static _ => false);
        var result = await new IterativeDeepeningSearch<int, int>(null).RunAsync(space, RunLimits.Unlimited);

        Assert.Equal(SearchOutcome.Exhausted, result.Outcome);
    }
}
