using Prudence.Budgeting;
using Prudence.Search.Tests.Worlds;

namespace Prudence.Search.Tests;

public class BreadthFirstSearchTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Finds_a_path_with_the_fewest_steps(int seed)
    {
        var space = SlidingPuzzle.From(SlidingPuzzle.Shuffled(25, seed));
        var breadthFirst = await new BreadthFirstSearch<string, char>().RunAsync(space, RunLimits.Unlimited);
        var optimal = await new BestFirstSearch<string, char>(SlidingPuzzle.ManhattanDistance).RunAsync(space, RunLimits.Unlimited);

        Assert.Equal(optimal.Path!.Steps.Count, breadthFirst.Path!.Steps.Count);
        Assert.Equal(SlidingPuzzle.Goal, SlidingPuzzle.Apply(space.InitialState, breadthFirst.Path.Actions));
    }

    [Fact]
    public async Task Is_done_at_once_where_the_start_is_a_goal()
    {
        var result = await new BreadthFirstSearch<string, char>().RunAsync(SlidingPuzzle.From(SlidingPuzzle.Goal), RunLimits.Unlimited);

        Assert.True(result.IsOptimal);
        Assert.Empty(result.Path!.Steps);
        Assert.Equal(0, result.Statistics.Expanded);
    }

    [Fact]
    public async Task Sees_every_state_once_before_it_gives_up()
    {
        // Half of all arrangements cannot be reached from any one of them.
        var result = await new BreadthFirstSearch<string, char>().RunAsync(SlidingPuzzle.From("021345678"), RunLimits.Unlimited);

        Assert.Equal(SearchOutcome.Exhausted, result.Outcome);
        Assert.Equal(181_440, result.Statistics.Expanded);
    }
}
