using System.Text;
using Microsoft.Extensions.AI;

namespace Prudence.Models.OpenAI.Tests;

public sealed class StreamTests
{
    private const string LastChunk = "\r\n0\r\n\r\n";

    [Fact]
    public async Task A_stream_comes_in_its_pieces_with_usage_at_the_end_which_was_asked_for()
    {
        await using var server = new LoopbackServer(CannedAnswer.Events(OpenAIFixtures.TextStream));
        using var model = Models.At(server);

        var (updates, error) = await Reading.UntilError(model.GetStreamingResponseAsync("Hi"));

        Assert.Null(error);
        Assert.Equal(["", "Hel", "lö", "", ""], updates.Select(update => update.Text));
        Assert.Equal([null, null, null, ChatFinishReason.Stop, null], updates.Select(update => update.FinishReason));
        var usage = Assert.IsType<UsageContent>(Assert.Single(updates[4].Contents)).Details;
        Assert.Equal((9, 12, 21, 3, 5), (usage.InputTokenCount, usage.OutputTokenCount, usage.TotalTokenCount, usage.CachedInputTokenCount, usage.ReasoningTokenCount));
        Assert.All(updates, update => Assert.Equal(("chatcmpl-1", "gpt-4o-mini"), (update.ResponseId, update.ModelId)));
        Assert.True(server.Body(0).GetProperty("stream_options").GetProperty("include_usage").GetBoolean());
    }

    [Fact]
    public async Task Calls_of_tools_are_put_together()
    {
        await using var server = new LoopbackServer(CannedAnswer.Events(OpenAIFixtures.ToolStream));
        using var model = Models.At(server);

        var (updates, _) = await Reading.UntilError(model.GetStreamingResponseAsync("Hi"));

        Assert.All(updates[..^1], update => Assert.Empty(update.Contents));
        Assert.Equal(ChatFinishReason.ToolCalls, updates[^1].FinishReason);
        var calls = updates[^1].Contents.Cast<FunctionCallContent>().ToList();
        Assert.Equal(["call_abc weather Bonn", "call_def time "], calls.Select(call => $"{call.CallId} {call.Name} {(call.Arguments!.TryGetValue("city", out var city) ? city : null)}"));
    }

    [Fact]
    public async Task Thoughts_and_usage_of_other_servers_are_read()
    {
        await using var server = new LoopbackServer(CannedAnswer.Events(OpenAIFixtures.ThinkingStream));
        using var model = Models.At(server);

        var (updates, _) = await Reading.UntilError(model.GetStreamingResponseAsync("Hi"));

        Assert.Equal("hm", Assert.IsType<TextReasoningContent>(Assert.Single(updates[0].Contents)).Text);
        Assert.Equal("yes", updates[1].Text);
        Assert.Equal((4, 2), updates[1].Contents.OfType<UsageContent>().Select(content => (content.Details.InputTokenCount, content.Details.OutputTokenCount)).Single());
    }

    [Fact]
    public async Task An_error_amid_the_stream_is_an_error_and_what_came_before_stays()
    {
        await using var server = new LoopbackServer(CannedAnswer.Events(OpenAIFixtures.BrokenStream));
        using var model = Models.At(server);

        var (updates, error) = await Reading.UntilError(model.GetStreamingResponseAsync("Hi"));

        Assert.Equal("Hel", Assert.Single(updates).Text);
        Assert.Contains("The server had an error while processing your request", Assert.IsType<HttpRequestException>(error).Message, StringComparison.Ordinal);
    }

    /// <summary>Where the length is known, every cut is an error; text that came is the beginning of the whole.</summary>
    [Fact]
    public Task A_stream_that_is_cut_is_an_error() => Cut(7);

    [Fact]
    [Trait("Category", "Long")]
    public Task A_stream_that_is_cut_at_any_byte_is_an_error() => Cut(1);

    /// <summary>Where nothing tells the length, a cut stream ends without finish reason or usage, and never with made-up ones.</summary>
    [Fact]
    public Task A_stream_that_ends_early_ends_without_a_reason() => EndEarly(7);

    [Fact]
    [Trait("Category", "Long")]
    public Task A_stream_that_ends_early_at_any_byte_ends_without_a_reason() => EndEarly(1);

    [Fact]
    public async Task Cancellation_ends_the_stream()
    {
        var part = CannedAnswer.Events(OpenAIFixtures.TextStream);
        await using var server = new LoopbackServer(part.CutTo(part.BodyStart + 700).Endless());
        using var model = Models.At(server);
        using var source = new CancellationTokenSource();

        var reading = Reading.UntilError(model.GetStreamingResponseAsync("Hi", cancellationToken: source.Token));
        await server.Hanging.Task;
        await source.CancelAsync();

        Assert.IsAssignableFrom<OperationCanceledException>((await reading).Error);
    }

    private static async Task Cut(int step)
    {
        var whole = CannedAnswer.Events(OpenAIFixtures.TextStream);
        var cuts = Cuts(whole, whole.Bytes.Length - LastChunk.Length, step);
        await using var server = new LoopbackServer([.. cuts.Select(whole.CutTo)]);
        using var model = Models.At(server);

        foreach (var cut in cuts)
        {
            var (updates, error) = await Reading.UntilError(model.GetStreamingResponseAsync("Hi"));
            var text = string.Concat(updates.Select(update => update.Text));
            Assert.StartsWith(text, "Hellö", StringComparison.Ordinal);
            // After [DONE] nobody reads on.
            var isDone = Encoding.UTF8.GetString(whole.Bytes[..cut]).Contains("[DONE]\n\n", StringComparison.Ordinal);
            Assert.Equal(isDone ? null : typeof(HttpRequestException), error?.GetType());
        }
    }

    private static async Task EndEarly(int step)
    {
        var whole = CannedAnswer.EventsUntilClose(OpenAIFixtures.TextStream);
        var cuts = Cuts(whole, whole.Bytes.Length, step);
        await using var server = new LoopbackServer([.. cuts.Select(whole.CutTo)]);
        using var model = Models.At(server);

        foreach (var cut in cuts)
        {
            var (updates, error) = await Reading.UntilError(model.GetStreamingResponseAsync("Hi"));
            var received = Encoding.UTF8.GetString(whole.Bytes[..cut]);
            Assert.Null(error);
            Assert.Equal(Whole(received, "\"finish_reason\":\"stop\""), updates.Any(update => update.FinishReason is not null));
            Assert.Equal(Whole(received, "\"prompt_tokens\":9"), updates.Any(update => update.Contents.OfType<UsageContent>().Any()));
        }
    }

    private static List<int> Cuts(CannedAnswer whole, int end, int step) =>
        [.. Enumerable.Range(whole.BodyStart, end - whole.BodyStart).Where(cut => cut % step == 0)];

    private static bool Whole(string received, string mark) =>
        received.IndexOf(mark, StringComparison.Ordinal) is >= 0 and var start && received.IndexOf("\n\n", start, StringComparison.Ordinal) >= 0;
}
