using Prudence.Budgeting;
using Prudence.Planning.Heuristics.Basic;
using Prudence.Planning.Search;
using Prudence.Planning.States;
using Prudence.Planning.Tests.Tasks;

namespace Prudence.Planning.Tests.Search;

public sealed class AStarSearchTests
{
    public static TheoryData<int> Seeds => new(Enumerable.Range(0, 120));

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_blind_search_is_optimal(int seed)
    {
        var task = RandomTasks.OfEveryKind(seed);
        using var stop = new StopSignal(Budget.Unlimited);

        var result = new AStarSearch(new TransitionSystem(task), new BlindHeuristic(task), new SearchOptions(), stop).Run();

        if (ReferenceSemantics.OptimalCost(task) is { } optimum)
        {
            Assert.Equal(SearchStatus.Solved, result.Status);
            Assert.Equal(optimum, result.Cost);
            Assert.Equal(optimum, ReferenceSemantics.Validate(task, result.Plan!));
            Assert.True(result.IsProvenOptimal);
        }
        else
        {
            Assert.Equal(SearchStatus.Unsolvable, result.Status);
            Assert.Null(result.Plan);
            Assert.True(result.ProvesBound);
        }
    }
}
