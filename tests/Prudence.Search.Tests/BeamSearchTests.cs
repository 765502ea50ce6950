using Prudence.Budgeting;
using Prudence.Search.Tests.Worlds;

namespace Prudence.Search.Tests;

public class BeamSearchTests
{
    [Fact]
    public async Task Spells_the_word_with_a_beam_of_one_and_a_good_judge()
    {
        var result = await new BeamSearch<string, char>(WordGame.Distance, new() { Width = 1 }).RunAsync(WordGame.Space(anyWord: false), RunLimits.Unlimited);

        Assert.Equal(WordGame.Secret, string.Concat(result.Path!.Actions));
        Assert.Equal(WordGame.Secret.Length, result.Statistics.Expanded);
        Assert.Equal(1 + WordGame.Secret.Length, result.Statistics.Batches);
    }

    [Fact]
    public async Task A_wider_beam_outlives_a_judge_that_errs()
    {
        // The judge likes words that begin with 'd', which is wrong.
        var judge = StateEvaluator.From<string>(static state =>
            WordGame.Secret.Zip(state).Count(static pair => pair.First != pair.Second) + (state.StartsWith('d') ? -1.5 : 0));
        var space = WordGame.Space(anyWord: false);
        var narrow = await new BeamSearch<string, char>(judge, new() { Width = 1 }).RunAsync(space, RunLimits.Unlimited);
        var wide = await new BeamSearch<string, char>(judge, new() { Width = 50 }).RunAsync(space, RunLimits.Unlimited);

        Assert.Equal(SearchOutcome.Exhausted, narrow.Outcome);
        Assert.Equal('d', narrow.Path!.FinalState[0]);
        Assert.Equal(WordGame.Secret, wide.Path!.FinalState);
    }

    [Fact]
    public async Task Ends_at_its_depth_with_the_best_of_the_last_layer()
    {
        var result = await new BeamSearch<string, char>(WordGame.Distance, new() { MaxDepth = 3 }).RunAsync(WordGame.Space(anyWord: false), RunLimits.Unlimited);

        Assert.Equal(SearchOutcome.Exhausted, result.Outcome);
        Assert.False(result.ReachesGoal);
        Assert.Equal("bud", result.Path!.FinalState);
    }

    [Fact]
    public async Task Goes_on_for_cheaper_goals_where_asked_to()
    {
        // One dear step leads to a goal at once, two cheap ones later.
        static Successor<int, string>[] Successors(int state) => state switch
        {
            0 => [new("jump", 9, Cost: 10), new("walk", 1)],
            1 => [new("walk", 2)],
            2 => [new("walk", 9)],
            _ => [],
        };

        var space = SearchSpace.From(0, Successors, static state => state == 9);
        var judge = StateEvaluator.From<int>(static _ => 0);
        var first = await new BeamSearch<int, string>(judge).RunAsync(space, RunLimits.Unlimited);
        var cheapest = await new BeamSearch<int, string>(judge, new() { EndsAtFirstGoal = false }).RunAsync(space, RunLimits.Unlimited);

        Assert.Equal(["jump"], first.Path!.Actions);
        Assert.Equal(["walk", "walk", "walk"], cheapest.Path!.Actions);
    }

    [Fact]
    public async Task Gives_the_same_answer_however_many_states_are_expanded_at_the_same_time()
    {
        var space = SearchSpace.From<string, char>(
            SlidingPuzzle.Shuffled(60, seed: 5),
            async (state, cancellation) =>
            {
                await Task.Yield();
                return await SlidingPuzzle.From(state).ExpandAsync(state, cancellation);
            },
            static state => state == SlidingPuzzle.Goal);
        var one = await new BeamSearch<string, char>(SlidingPuzzle.ManhattanDistance, new() { Width = 30, MaxDepth = 100 }).RunAsync(space, RunLimits.Unlimited);
        var many = await new BeamSearch<string, char>(
            SlidingPuzzle.ManhattanDistance, new() { Width = 30, MaxDepth = 100, Concurrency = 8 }).RunAsync(space, RunLimits.Unlimited);

        Assert.Equal(one.Path!.Actions, many.Path!.Actions);
        Assert.Equal(one.Statistics, many.Statistics);
    }

    [Fact]
    public void Refuses_a_beam_without_width() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new BeamSearch<int, int>(StateEvaluator.From<int>(static _ => 0), new() { Width = 0 }));
}
