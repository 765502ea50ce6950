using Prudence.Budgeting;
using Prudence.Planning.Search;
using Prudence.Planning.Tests.Tasks;

namespace Prudence.Planning.Tests.Search;

public sealed class LimitTests
{
    private const int Tasks = 12;

    public static TheoryData<string> All => new(SearchMaker.All);

    [Theory]
    [MemberData(nameof(All))]
    public void Expansions_are_never_more_than_allowed_and_all_of_them_are_used(string kind)
    {
        for (var seed = 0; seed < Tasks; seed++)
        {
            var task = RandomTasks.OfEveryKind(seed);
            var needed = SearchMaker.Run(kind, task).Statistics.Expanded;
            for (var limit = 0L; limit < needed; limit += 1 + (needed / 7))
            {
                using var stop = new StopSignal(new RunLimits { Expansions = limit });
                var result = SearchMaker.Make(kind, task, stop).Run();
                Assert.Equal(SearchStatus.Stopped, result.Status);
                Assert.Equal(StopReason.Expansions, result.StopReason);
                Assert.Equal(limit, result.Statistics.Expanded);
                Assert.False(result.ProvesBound);
            }

            var enough = SearchMaker.Run(kind, task, new SearchOptions { MaximumExpansions = needed });
            Assert.Equal(needed, enough.Statistics.Expanded);
            Assert.NotEqual(SearchStatus.Stopped, enough.Status);
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Refused_memory_ends_a_search_with_what_it_has(string kind)
    {
        for (var seed = 0; seed < Tasks; seed++)
        {
            var task = RandomTasks.OfEveryKind(seed);
            for (var allowed = 0; allowed < 12; allowed++)
            {
                var left = allowed;
                using var stop = new StopSignal(new RunLimits { MemoryBytes = 1000 }, memoryInUse: () => left-- > 0 ? -1L << 40 : 1000);
                var result = SearchMaker.Make(kind, task, stop).Run();
                Assert.True(result.Status != SearchStatus.Stopped || result.StopReason == StopReason.Memory);
                if (result.Plan is not null)
                {
                    ReferenceSemantics.Validate(task, result.Plan);
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void A_raised_signal_is_obeyed_before_the_first_step(string kind)
    {
        using var stop = new StopSignal(RunLimits.Unlimited);
        var search = SearchMaker.Make(kind, RandomTasks.OfEveryKind(1), stop);
        stop.Raise(StopReason.Cancelled);

        var result = search.Run();

        Assert.Equal(SearchStatus.Stopped, result.Status);
        Assert.Equal(StopReason.Cancelled, result.StopReason);
        Assert.Equal(0, result.Statistics.Expanded);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void The_same_search_runs_the_same_way_twice(string kind)
    {
        for (var seed = 0; seed < Tasks; seed++)
        {
            var task = RandomTasks.OfEveryKind(seed);
            var first = SearchMaker.Run(kind, task);
            var second = SearchMaker.Run(kind, task);
            Assert.Equal(first.Plan, second.Plan);
            Assert.Equal(first.Statistics.Expanded, second.Statistics.Expanded);
            Assert.Equal(first.Statistics.BestEstimates, second.Statistics.BestEstimates);
        }
    }
}
