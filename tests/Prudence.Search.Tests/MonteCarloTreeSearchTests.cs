using Prudence.Budgeting;
using Prudence.Search.Tests.Worlds;

namespace Prudence.Search.Tests;

public class MonteCarloTreeSearchTests
{
    [Fact]
    public async Task Spends_most_tries_on_the_best_arm_of_a_bandit()
    {
        double[] worth = [0.2, 0.5, 0.8, 0.4];
        var space = SearchSpace.From<int, int>(-1, static state => state == -1 ? [.. Enumerable.Range(0, 4).Select(arm => new Successor<int, int>(arm, arm))] : [new(0, 99)], static _ => false);
        var arms = StateEvaluator.From<int>(state => state is >= 0 and < 4 ? worth[state] : 0);
        var result = await new MonteCarloTreeSearch<int, int>(arms, new() { Iterations = 2000, MaxDepth = 1, Exploration = 0.5 })
            .RunAsync(space, RunLimits.Unlimited);

        var root = result.Root;
        Assert.Equal(2, root.Children!.MaxBy(static arm => arm.Visits)!.Action);
        Assert.Equal(2, result.Path!.FinalState);
        Assert.Equal(2000, root.Visits);
        Assert.Equal(root.Visits - 1, root.Children!.Sum(static arm => arm.Visits));
        Assert.All(root.Children!, arm => Assert.Equal(worth[arm.State], arm.MeanValue, precision: 10));
        Assert.All(root.Children!, static arm => Assert.True(arm.Visits > 1));
    }

    [Theory]
    [InlineData(SelectionRule.Uct)]
    [InlineData(SelectionRule.Puct)]
    public async Task Spells_the_word_with_a_judge(SelectionRule rule)
    {
        var options = new MonteCarloOptions { Selection = rule, Iterations = 3000, GoalValue = null, Exploration = 0.7 };
        var result = await new MonteCarloTreeSearch<string, char>(WordGame.Value, options).RunAsync(WordGame.Space(anyWord: true), RunLimits.Unlimited);

        Assert.Equal(SearchOutcome.Solved, result.Outcome);
        Assert.Equal(WordGame.Secret, result.Path!.FinalState);
    }

    [Fact]
    public async Task Priors_spare_tries()
    {
        var options = new MonteCarloOptions { Iterations = 5000, EndsAtFirstGoal = true, VisitsBeforeExpansion = 0, Exploration = 1 };
        var space = WordGame.Space(anyWord: false);
        var uniform = await new MonteCarloTreeSearch<string, char>(WordGame.Value, options).RunAsync(space, RunLimits.Unlimited);
        var guided = await new MonteCarloTreeSearch<string, char>(WordGame.Value, options with { Selection = SelectionRule.Puct }).RunAsync(space, RunLimits.Unlimited);

        Assert.True(guided.ReachesGoal);
        Assert.True(guided.Statistics.Expanded * 2 < uniform.Statistics.Expanded);
        Assert.Equal(3.0 / 8, guided.Root.Children!.Single(static child => child.Action == 'b').Prior);
    }

    [Fact]
    public async Task Playouts_find_the_goal_and_their_steps_count_as_expansions()
    {
        var space = SlidingPuzzle.From(SlidingPuzzle.Shuffled(6, seed: 2));
        var search = new MonteCarloTreeSearch<string, char>(null, new() { Iterations = 3000, MaxDepth = 20, CostWeight = 0.02, Seed = 1 });
        var result = await search.RunAsync(space, RunLimits.Unlimited);
        var optimal = await new BestFirstSearch<string, char>(SlidingPuzzle.ManhattanDistance).RunAsync(space, RunLimits.Unlimited);

        Assert.Equal(optimal.Path!.Cost, result.Path!.Cost);
        Assert.Equal(SlidingPuzzle.Goal, SlidingPuzzle.Apply(space.InitialState, result.Path.Actions));
        Assert.True(result.Statistics.Expanded > Expanded(result.Root));
        Assert.Equal(0, result.Statistics.Evaluated);
    }

    [Fact]
    public async Task The_same_seed_gives_the_same_tree_and_another_seed_another()
    {
        var space = SlidingPuzzle.From(SlidingPuzzle.Shuffled(20, seed: 2));
        Task<MonteCarloResult<string, char>> Run(int seed) =>
            new MonteCarloTreeSearch<string, char>(null, new() { Iterations = 200, MaxDepth = 30, Seed = seed }).RunAsync(space, RunLimits.Unlimited);

        var (first, again, other) = (await Run(1), await Run(1), await Run(2));

        Assert.Equal(first.Statistics, again.Statistics);
        Assert.Equal(Shape(first.Root), Shape(again.Root));
        Assert.NotEqual(first.Statistics, other.Statistics);
    }

    [Fact]
    public async Task Leaves_of_one_batch_differ()
    {
        var judged = new List<int>();
        var judge = new RecordingEvaluator(judged);
        var options = new MonteCarloOptions { Iterations = 121, LeavesPerBatch = 8, VisitsBeforeExpansion = 0 };
        var result = await new MonteCarloTreeSearch<string, char>(judge, options).RunAsync(WordGame.Space(anyWord: true), RunLimits.Unlimited);

        Assert.Equal(121, result.Root.Visits);
        Assert.Equal(16, judged.Count);
        Assert.Equal(8, judged.Max());
        Assert.True(judge.RepeatedInBatch < 8, "A virtual loss should send the leaves of a batch apart.");
    }

    [Fact]
    public async Task The_best_value_reaches_the_root_where_asked_to()
    {
        var options = new MonteCarloOptions { Iterations = 3000, GoalValue = null, BacksUpBest = true };
        var result = await new MonteCarloTreeSearch<string, char>(WordGame.Value, options).RunAsync(WordGame.Space(anyWord: true), RunLimits.Unlimited);

        Assert.Equal(1, result.Root.BestValue);
        Assert.True(result.Root.MeanValue < 1);
    }

    [Fact]
    public async Task A_goal_at_the_start_needs_no_expansion()
    {
        var result = await new MonteCarloTreeSearch<string, char>(null).RunAsync(SlidingPuzzle.From(SlidingPuzzle.Goal), RunLimits.Unlimited);

        Assert.Equal(SearchOutcome.Solved, result.Outcome);
        Assert.Empty(result.Path!.Steps);
        Assert.Equal(0, result.Statistics.Expanded);
    }

    [Fact]
    public async Task Dead_ends_are_worth_what_the_options_say()
    {
        var space = SearchSpace.From<int, int>(0, static state => state == 0 ? [new(1, 1), new(2, 2)] : [], static _ => false);
        var judge = StateEvaluator.From<int>(static _ => 0.6);
        var result = await new MonteCarloTreeSearch<int, int>(judge, new() { Iterations = 50, DeadEndValue = 0.25, VisitsBeforeExpansion = 0 }).RunAsync(space, RunLimits.Unlimited);

        Assert.Equal(SearchOutcome.Exhausted, result.Outcome);
        Assert.All(result.Root.Children!, static child => Assert.Equal(0.25, child.MeanValue));
    }

    [Fact]
    public void Refuses_options_that_make_no_sense()
    {
        Assert.Throws<ArgumentException>(() => new MonteCarloTreeSearch<int, int>(null, new() { GoalValue = null }));
        Assert.Throws<ArgumentOutOfRangeException>(() => new MonteCarloTreeSearch<int, int>(null, new() { LeavesPerBatch = 0 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => new MonteCarloTreeSearch<int, int>(null, new() { Iterations = 0 }));
    }

    private static int Expanded(MonteCarloNode<string, char> node) => node.Children is null ? 0 : 1 + node.Children.Sum(Expanded);

    private static string Shape(MonteCarloNode<string, char> node) =>
        $"{node.Action}{node.Visits}({string.Concat((node.Children ?? []).Select(Shape))})";

    private sealed class RecordingEvaluator(List<int> batches) : IStateEvaluator<string>
    {
        public int RepeatedInBatch { get; private set; }

        public ValueTask EvaluateAsync(IReadOnlyList<string> states, Memory<double> estimates, CancellationToken cancellation)
        {
            batches.Add(states.Count);
            RepeatedInBatch += states.Count - states.Distinct().Count();
            return WordGame.Value.EvaluateAsync(states, estimates, cancellation);
        }
    }
}
