using Microsoft.Extensions.AI;

namespace Prudence.Testing.Tests.Scripts;

public sealed class ScriptedBreakTests
{
    private static readonly ScriptedAnswer Whole = ScriptedAnswer.Saying("1234", "5678", "90").Using(20, 7);

    /// <summary>The whole answer has five updates: three pieces, the finish reason, the usage.</summary>
    [Theory]
    [InlineData(0, CallOutcome.Cut, 0, 0)]
    [InlineData(1, CallOutcome.Cut, 20, 1)]
    [InlineData(2, CallOutcome.Cut, 20, 2)]
    [InlineData(3, CallOutcome.Cut, 20, 7)]
    [InlineData(4, CallOutcome.Cut, 20, 7)]
    [InlineData(5, CallOutcome.Completed, 20, 7)]
    [InlineData(99, CallOutcome.Completed, 20, 7)]
    public async Task A_cut_stream_ends_without_an_error_and_what_it_used_is_known(int updates, CallOutcome outcome, long input, long output)
    {
        var model = new ScriptedChatClient(Whole.CutAfter(updates));

        Assert.Equal(Math.Min(updates, 5), (await Reading.AllOf(model.GetStreamingResponseAsync("Hi"))).Count);
        Assert.Equal(outcome, model.Calls[0].Outcome);
        Assert.Equal((input, output), (model.Calls[0].Used.InputTokenCount, model.Calls[0].Used.OutputTokenCount));
    }

    [Fact]
    public async Task A_cut_response_fails_as_a_connection_does()
    {
        var model = new ScriptedChatClient(Whole.CutAfter(2));

        var error = await Assert.ThrowsAsync<HttpRequestException>(() => model.GetResponseAsync("Hi"));

        Assert.Equal(HttpRequestError.ResponseEnded, error.HttpRequestError);
        Assert.Equal(CallOutcome.Cut, model.Calls[0].Outcome);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    [InlineData(5)]
    public async Task An_error_comes_after_so_many_updates(int updates)
    {
        var model = new ScriptedChatClient(Whole.FailingAfter(updates, () => new IOException("reset")), Whole.FailingAfter(updates, () => new IOException("reset")));

        var (seen, error) = await Reading.UntilError(model.GetStreamingResponseAsync("Hi"));

        Assert.Equal(updates, seen.Count);
        Assert.IsType<IOException>(error);
        await Assert.ThrowsAsync<IOException>(() => model.GetResponseAsync("Hi"));
        Assert.All(model.Calls, call => Assert.Equal(CallOutcome.Failed, call.Outcome));
    }

    [Fact]
    public async Task An_error_or_a_cut_may_take_the_place_of_the_usage()
    {
        var model = new ScriptedChatClient(Whole.FailingBeforeUsage(() => new IOException("reset")), Whole.CutBeforeUsage(), Whole.Reporting().CutBeforeUsage());

        var (seen, error) = await Reading.UntilError(model.GetStreamingResponseAsync("Hi"));

        Assert.Equal("1234||5678||90||finish", Reading.Describe(seen));
        Assert.IsType<IOException>(error);
        Assert.Equal("1234||5678||90||finish", Reading.Describe(await Reading.AllOf(model.GetStreamingResponseAsync("Hi"))));
        Assert.Equal("1234||5678||90||finish", Reading.Describe(await Reading.AllOf(model.GetStreamingResponseAsync("Hi"))));
        Assert.Equal([CallOutcome.Failed, CallOutcome.Cut, CallOutcome.Completed], model.Calls.Select(call => call.Outcome));
    }

    [Fact]
    public async Task Silence_lasts_until_the_caller_cancels_even_where_cancellation_is_ignored()
    {
        using var source = new CancellationTokenSource();
        var model = new ScriptedChatClient(Whole.SilentAfter(1).IgnoringCancellation());

        var reading = Reading.UntilError(model.GetStreamingResponseAsync("Hi", cancellationToken: source.Token));
        await model.WaitForCallsAsync(1);
        Assert.False(reading.IsCompleted);
        await source.CancelAsync();
        var (seen, error) = await reading;

        Assert.Single(seen);
        Assert.IsAssignableFrom<OperationCanceledException>(error);
        Assert.Equal(CallOutcome.Cancelled, model.Calls[0].Outcome);
    }

    [Fact]
    public async Task Cancellation_is_heeded_between_pieces()
    {
        using var source = new CancellationTokenSource();
        var model = new ScriptedChatClient(Whole);
        await using var stream = model.GetStreamingResponseAsync("Hi", cancellationToken: source.Token).GetAsyncEnumerator();

        Assert.True(await stream.MoveNextAsync());
        await source.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await stream.MoveNextAsync());
        Assert.Equal((CallOutcome.Cancelled, 1), (model.Calls[0].Outcome, model.Calls[0].Updates));
    }

    [Fact]
    public async Task Cancellation_is_ignored_where_the_script_says_so()
    {
        using var source = new CancellationTokenSource();
        await source.CancelAsync();
        var model = new ScriptedChatClient(Whole.IgnoringCancellation(), Whole.IgnoringCancellation(), Whole);

        Assert.Equal(5, (await Reading.AllOf(model.GetStreamingResponseAsync("Hi", cancellationToken: source.Token))).Count);
        Assert.Equal("1234567890", (await model.GetResponseAsync("Hi", cancellationToken: source.Token)).Text);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => model.GetResponseAsync("Hi", cancellationToken: source.Token));
    }

    [Fact]
    public async Task A_stream_that_is_left_early_is_abandoned()
    {
        var model = new ScriptedChatClient(Whole);

        await foreach (var update in model.GetStreamingResponseAsync("Hi"))
        {
            Assert.Equal("1234", update.Text);
            Assert.Equal(CallOutcome.Running, model.Calls[0].Outcome);
            break;
        }

        await model.Calls[0].Ended;
        Assert.Equal(CallOutcome.Abandoned, model.Calls[0].Outcome);
        Assert.Equal(1, model.Calls[0].Used.OutputTokenCount);
    }
}
