using System.Collections.Concurrent;
using Microsoft.Extensions.AI;

namespace Prudence.Testing.Tests.Scripts;

public sealed class ScriptedChatClientTests
{
    [Fact]
    public async Task Requests_are_remembered_as_they_were()
    {
        var model = new ScriptedChatClient(ScriptedAnswer.Saying("a"));
        var messages = new List<ChatMessage> { new(ChatRole.User, "Hi") };
        var options = new ChatOptions { MaxOutputTokens = 7, ModelId = "other" };

        var response = await model.GetResponseAsync(messages, options);
        messages.Add(new(ChatRole.User, "later"));
        options.MaxOutputTokens = 8;

        var request = model.Calls[0].Request;
        Assert.Equal((1, "Hi", 7, false), (request.Number, Assert.Single(request.Messages).Text, request.Options!.MaxOutputTokens, request.IsStreaming));
        Assert.Equal("other", response.ModelId);
    }

    [Fact]
    public async Task A_script_that_is_over_says_what_to_do()
    {
        var model = new ScriptedChatClient(ScriptedAnswer.Saying("a"));
        await model.GetResponseAsync("Hi");

        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => model.GetResponseAsync("Hi"));

        Assert.Equal("The script has 1 answers, and this is call 2: add an answer, or set ScriptedChatClientOptions.AtEnd", error.Message);
        Assert.Single(model.Calls);
    }

    [Theory]
    [InlineData(ScriptEnd.RepeatLast, "abbb")]
    [InlineData(ScriptEnd.StartOver, "abab")]
    public async Task A_script_may_go_on(ScriptEnd atEnd, string expected)
    {
        var model = new ScriptedChatClient([ScriptedAnswer.Saying("a"), ScriptedAnswer.Saying("b")], new() { AtEnd = atEnd });
        var said = "";
        for (var i = 0; i < 4; i++)
        {
            said += (await model.GetResponseAsync("Hi")).Text;
        }

        Assert.Equal(expected, said);
    }

    [Fact]
    public async Task Answers_may_follow_from_requests()
    {
        var model = new ScriptedChatClient(request => ScriptedAnswer.Saying($"{request.Number}: {request.Messages[^1].Text}"));

        Assert.Equal("1: x", (await model.GetResponseAsync("x")).Text);
        Assert.Equal("2: y", (await model.GetResponseAsync("y")).Text);
    }

    [Fact]
    public async Task Delays_pass_by_the_clock_alone()
    {
        var clock = new ManualClock();
        var model = new ScriptedChatClient([ScriptedAnswer.Saying("a", "b").Delayed(TimeSpan.FromSeconds(10))], new() { Clock = clock });

        var answer = model.GetResponseAsync("Hi");
        await clock.WaitForTimersAsync(1);
        clock.Advance(TimeSpan.FromSeconds(9.999));
        Assert.Equal(0, model.Calls[0].Updates);
        clock.Advance(TimeSpan.FromSeconds(0.001));
        await clock.WaitForTimersAsync(1);
        Assert.Equal(1, model.Calls[0].Updates);
        clock.Advance(TimeSpan.FromSeconds(10));

        Assert.Equal("ab", (await answer).Text);
        Assert.Equal(TimeSpan.FromSeconds(20), clock.GetElapsedTime(0));
    }

    [Fact]
    public async Task A_delay_ends_with_cancellation()
    {
        using var source = new CancellationTokenSource();
        var clock = new ManualClock();
        var model = new ScriptedChatClient([ScriptedAnswer.Saying("a").Delayed(TimeSpan.FromSeconds(10))], new() { Clock = clock });

        var answer = model.GetResponseAsync("Hi", cancellationToken: source.Token);
        await clock.WaitForTimersAsync(1);
        await source.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => answer);
        Assert.Equal(CallOutcome.Cancelled, model.Calls[0].Outcome);
    }

    [Fact]
    public async Task A_gate_holds_the_answer_back()
    {
        var gate = new TaskCompletionSource();
        var model = new ScriptedChatClient(ScriptedAnswer.Saying("a").WaitingFor(gate.Task));

        var answer = model.GetResponseAsync("Hi");
        await model.WaitForCallsAsync(1);
        Assert.False(answer.IsCompleted);
        gate.SetResult();

        Assert.Equal("a", (await answer).Text);
    }

    [Fact]
    public async Task Each_answer_of_a_script_is_given_once_whatever_the_threads()
    {
        const int Count = 2_000;
        var model = new ScriptedChatClient([.. Enumerable.Range(0, Count).Select(i => ScriptedAnswer.Saying($"{i}", "."))]);
        var said = new ConcurrentBag<string>();

        await Parallel.ForAsync(0, Count, new ParallelOptions { MaxDegreeOfParallelism = 16 }, async (_, cancellation) =>
            said.Add((await model.GetStreamingResponseAsync("Hi", cancellationToken: cancellation).ToChatResponseAsync(cancellation)).Text));

        Assert.Equal(Enumerable.Range(0, Count).Select(i => $"{i}."), said.OrderBy(text => text.Length).ThenBy(text => text, StringComparer.Ordinal));
        Assert.Equal(Enumerable.Range(1, Count), model.Calls.Select(call => call.Request.Number));
    }

    [Fact]
    public void It_says_who_it_is()
    {
        using var model = new ScriptedChatClient([], new() { ModelId = "toy" });

        Assert.Equal(("scripted", "toy"), model.GetService<ChatClientMetadata>() is { } data ? (data.ProviderName, data.DefaultModelId) : default);
        Assert.Same(model, model.GetService<ScriptedChatClient>());
        Assert.Null(model.GetService(typeof(ScriptedChatClient), "key"));
    }

    [Fact]
    public void Nonsense_is_refused_where_it_is_written()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => ScriptedAnswer.Saying("a").CutAfter(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => ScriptedAnswer.Saying("a").Delayed(TimeSpan.FromTicks(-1)));
        Assert.Throws<InvalidOperationException>(() => ScriptedAnswer.Silent().WaitingFor(Task.CompletedTask));
    }
}
