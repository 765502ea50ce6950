using Prudence.Budgeting;
using Prudence.Search.Tests.Worlds;

namespace Prudence.Search.Tests;

/// <summary>Every search ends by its budget or its caller, and hands back what it has.</summary>
public class StoppingTests
{
    public static TheoryData<string> Searches => [.. Algorithms.Keys];

    private static readonly MonteCarloOptions Endless = new() { Iterations = long.MaxValue };

    private static readonly Dictionary<string, Func<IStateEvaluator<int>, TimeProvider, SearchAlgorithm<int, int>>> Algorithms = new()
    {
        ["best-first"] = static (evaluator, clock) => new BestFirstSearch<int, int>(evaluator) { Clock = clock },
        ["breadth-first"] = static (_, clock) => new BreadthFirstSearch<int, int> { Clock = clock },
        ["beam"] = static (evaluator, clock) => new BeamSearch<int, int>(evaluator) { Clock = clock },
        ["iterative deepening"] = static (evaluator, clock) => new IterativeDeepeningSearch<int, int>(evaluator) { Clock = clock },
        ["Monte Carlo"] = static (evaluator, clock) => new MonteCarloTreeSearch<int, int>(evaluator, Endless) { Clock = clock },
        ["Monte Carlo playouts"] = static (_, clock) => new MonteCarloTreeSearch<int, int>(null, Endless) { Clock = clock },
    };

    private readonly FakeTimeProvider clock = new();

    [Theory]
    [MemberData(nameof(Searches))]
    public async Task Time_stops_it(string name)
    {
        var result = await Run(name, new RunLimits { Time = TimeSpan.FromSeconds(1) }, onExpand: () => clock.Advance(TimeSpan.FromMilliseconds(100)));

        Assert.Equal(SearchOutcome.Stopped, result.Outcome);
        Assert.Equal(StopReason.Time, result.Receipt.StoppedBy);
        Assert.Equal(10, result.Statistics.Expanded);
        Assert.Equal(1_000_000, result.Receipt.Total[Resource.WallTime]);
        Assert.NotNull(result.Path);
    }

    [Theory]
    [MemberData(nameof(Searches))]
    public async Task Expansions_stop_it(string name)
    {
        var result = await Run(name, new RunLimits { Expansions = 7 });

        Assert.Equal(StopReason.Expansions, result.Receipt.StoppedBy);
        Assert.Equal(7, result.Statistics.Expanded);
    }

    [Theory]
    [MemberData(nameof(Searches))]
    public async Task The_caller_stops_it(string name)
    {
        using var caller = new CancellationTokenSource();
        var left = 5;
        var result = await Run(name, RunLimits.Unlimited, () =>
        {
            if (--left == 0)
            {
                caller.Cancel();
            }
        }, caller.Token);

        Assert.Equal(SearchOutcome.Stopped, result.Outcome);
        Assert.Equal(StopReason.Cancelled, result.Receipt.StoppedBy);
        Assert.Equal(5, result.Statistics.Expanded);
    }

    [Theory]
    [MemberData(nameof(Searches))]
    public async Task A_space_that_waits_for_a_model_is_cancelled(string name)
    {
        var space = SearchSpace.From<int, int>(
            0,
            async (_, cancellation) =>
            {
                var wait = Task.Delay(Timeout.Infinite, cancellation);
                clock.Advance(TimeSpan.FromSeconds(2));
                await wait;
                return [];
            },
            static _ => false);
        var result = await Algorithms[name](StateEvaluator.From<int>(static _ => 0), clock).RunAsync(space, new RunLimits { Time = TimeSpan.FromSeconds(1) });

        Assert.Equal(SearchOutcome.Stopped, result.Outcome);
        Assert.Equal(StopReason.Time, result.Receipt.StoppedBy);
        Assert.Empty(result.Path!.Steps);
    }

    [Theory]
    [InlineData("best-first")]
    [InlineData("beam")]
    [InlineData("iterative deepening")]
    [InlineData("Monte Carlo")]
    public async Task An_evaluator_that_waits_for_a_model_is_cancelled(string name)
    {
        var evaluator = StateEvaluator.From<int>(async (_, cancellation) =>
        {
            var wait = Task.Delay(Timeout.Infinite, cancellation);
            clock.Advance(TimeSpan.FromSeconds(2));
            await wait;
            return 0;
        });
        var result = await Algorithms[name](evaluator, clock).RunAsync(Counting(() => { }), new RunLimits { Time = TimeSpan.FromSeconds(1) });

        Assert.Equal(SearchOutcome.Stopped, result.Outcome);
        Assert.NotNull(result.Path);
    }

    [Theory]
    [MemberData(nameof(Searches))]
    public async Task A_failure_of_the_space_reaches_the_caller(string name)
    {
        var space = SearchSpace.From<int, int>(0, static _ => throw new InvalidDataException("broken"), static _ => false);
        await Assert.ThrowsAsync<InvalidDataException>(() =>
            Algorithms[name](StateEvaluator.From<int>(static _ => 0), clock).RunAsync(space, RunLimits.Unlimited));
    }

    private Task<SearchResult<int, int>> Run(string name, RunLimits limits, Action? onExpand = null, CancellationToken cancellation = default) =>
        Algorithms[name](StateEvaluator.From<int>(static state => 1.0 / (1 + state)), clock)
            .RunAsync(Counting(onExpand ?? (() => { })), limits, cancellation);

    /// <summary>An endless binary tree of numbers.</summary>
    private static ISearchSpace<int, int> Counting(Action onExpand) => SearchSpace.From<int, int>(
        1,
        state =>
        {
            onExpand();
            return [new(0, unchecked(2 * state) & 0xFFFFFF), new(1, unchecked((2 * state) + 1) & 0xFFFFFF)];
        },
        static _ => false,
        isTree: true);
}
