namespace Prudence.Search.Tests;

public class StateEvaluatorTests
{
    [Fact]
    public async Task Answers_keep_the_order_of_the_states_however_late_they_come()
    {
        var gates = Enumerable.Range(0, 4).Select(static _ => new TaskCompletionSource<double>()).ToArray();
        var evaluator = StateEvaluator.From<int>(async (state, _) => await gates[state].Task, concurrency: 4);
        var estimates = new double[4];
        var pending = evaluator.EvaluateAsync([0, 1, 2, 3], estimates, default);
        for (var i = 3; i >= 0; i--)
        {
            gates[i].SetResult(10 * i);
        }

        await pending;
        Assert.Equal([0, 10, 20, 30], estimates);
    }

    [Fact]
    public async Task No_more_questions_are_open_than_allowed()
    {
        var (open, most) = (0, 0);
        var evaluator = StateEvaluator.From<int>(
            async (state, _) =>
            {
                most = Math.Max(most, Interlocked.Increment(ref open));
                await Task.Yield();
                Interlocked.Decrement(ref open);
                return state;
            },
            concurrency: 3);
        await evaluator.EvaluateAsync([.. Enumerable.Range(0, 100)], new double[100], default);

        Assert.InRange(most, 1, 3);
    }

    [Fact]
    public void Says_whether_it_is_admissible()
    {
        Assert.True(StateEvaluator.From<int>(static _ => 0, isAdmissible: true).IsAdmissible);
        Assert.False(StateEvaluator.From<int>(static _ => 0).IsAdmissible);
    }
}
