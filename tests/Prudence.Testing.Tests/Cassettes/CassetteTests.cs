using Microsoft.Extensions.AI;

namespace Prudence.Testing.Tests.Cassettes;

public sealed class CassetteTests : IDisposable
{
    private readonly TemporaryFile file = new();

    public void Dispose() => file.Dispose();

    [Fact]
    public async Task A_response_comes_back_as_it_was()
    {
        var answer = ScriptedAnswer.Saying("so").ThenReasoning("because").ThenCalling("weather", new Dictionary<string, object?> { ["city"] = "Bönn", ["days"] = 3 }).Using(12, 7, 4, 2);
        var recorded = await Record(answer, model => model.GetResponseAsync("Hi"));
        using var cassette = await Cassette.OpenAsync(file.Name, Named);

        var replayed = await new CassetteChatClient(cassette).GetResponseAsync("Hi");

        Assert.Equal(Json(recorded), Json(replayed));
        Assert.Equal((12, 7, 4, 2), (replayed.Usage!.InputTokenCount, replayed.Usage.OutputTokenCount, replayed.Usage.CachedInputTokenCount, replayed.Usage.ReasoningTokenCount));
        Assert.Equal("because", replayed.Messages[0].Contents.OfType<TextReasoningContent>().Single().Text);
        Assert.Equal("Bönn", replayed.Messages[0].Contents.OfType<FunctionCallContent>().Single().Arguments!["city"]?.ToString());
    }

    [Fact]
    public async Task A_stream_comes_back_in_its_pieces()
    {
        var answer = ScriptedAnswer.Saying("a", "b").Using(8, 2).Reporting(UsageReport.Truthful.At(UsagePlacement.WithLastPiece));
        var recorded = await Record(answer, model => Reading.AllOf(model.GetStreamingResponseAsync("Hi")));
        using var cassette = await Cassette.OpenAsync(file.Name, Named);

        var replayed = await Reading.AllOf(new CassetteChatClient(cassette).GetStreamingResponseAsync("Hi"));

        Assert.Equal("a||b usage 8 2||finish", Reading.Describe(replayed));
        Assert.Equal(recorded.Select(update => (update.MessageId, update.ResponseId, update.Role)), replayed.Select(update => (update.MessageId, update.ResponseId, update.Role)));
    }

    /// <summary>Text, reasoning, tools and reports of every kind, as drawn from a seed.</summary>
    [Fact]
    public async Task Whatever_streams_to_its_end_comes_back_update_by_update()
    {
        const int Count = 60;
        var options = new ChatOptions { MaxOutputTokens = 20, Tools = [AIFunctionFactory.CreateDeclaration("look", "Looks.", System.Text.Json.JsonDocument.Parse("{}").RootElement)] };
        List<string> recorded = [];
        using (var cassette = await Cassette.OpenAsync(file.Name))
        {
            var recorder = new CassetteChatClient(ScriptedChatClient.FromSeed(11, AnswerProfile.Hostile), cassette, CassetteMode.Record);
            for (var i = 0; i < Count; i++)
            {
                var (updates, error) = await Reading.UntilError(recorder.GetStreamingResponseAsync("Hi", options));
                recorded.AddRange(error is null ? [Json(updates)] : []);
            }
        }

        Assert.InRange(recorded.Count, Count / 3, Count - 1);
        using var again = await Cassette.OpenAsync(file.Name, Named);
        var player = new CassetteChatClient(again);
        foreach (var expected in recorded)
        {
            Assert.Equal(expected, Json(await Reading.AllOf(player.GetStreamingResponseAsync("Hi", options))));
        }
    }

    [Fact]
    public async Task The_nth_time_the_nth_answer_comes_and_then_an_error()
    {
        using var cassette = await Cassette.OpenAsync(file.Name, Named);
        var recorder = new CassetteChatClient(new ScriptedChatClient(ScriptedAnswer.Saying("one"), ScriptedAnswer.Saying("two")), cassette, CassetteMode.Record);
        await recorder.GetResponseAsync("Hi");
        await recorder.GetResponseAsync("Hi");
        using var again = await Cassette.OpenAsync(file.Name, Named);
        var player = new CassetteChatClient(again);

        Assert.Equal("one", (await player.GetResponseAsync("Hi")).Text);
        Assert.Equal("two", (await player.GetResponseAsync("Hi")).Text);
        var error = await Assert.ThrowsAsync<CassetteMissException>(() => player.GetResponseAsync("Hi"));
        Assert.EndsWith("has 2 answers to this request, and it was asked once more: record again, or ask less often", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_missing_is_recorded_if_wanted()
    {
        var model = new ScriptedChatClient(ScriptedAnswer.Saying("one"), ScriptedAnswer.Saying("two"), ScriptedAnswer.Saying("three"));
        using var first = await Cassette.OpenAsync(file.Name, Named);
        var client = new CassetteChatClient(model, first, CassetteMode.ReplayOrRecord);
        await client.GetResponseAsync("a");
        await client.GetResponseAsync("a");
        using var second = await Cassette.OpenAsync(file.Name, Named);
        client = new CassetteChatClient(model, second, CassetteMode.ReplayOrRecord);

        Assert.Equal("one", (await client.GetResponseAsync("a")).Text);
        Assert.Equal("three", (await client.GetResponseAsync("b")).Text);
        Assert.Equal("two", (await client.GetResponseAsync("a")).Text);
        Assert.Equal(3, model.Calls.Count);
    }

    [Fact]
    public async Task Recording_again_replaces_in_place_and_leaves_the_rest_stale()
    {
        using (var before = await Cassette.OpenAsync(file.Name, Named))
        {
            var recorder = new CassetteChatClient(new ScriptedChatClient(request => ScriptedAnswer.Saying($"old {request.Number}")), before, CassetteMode.Record);
            foreach (var question in new[] { "a", "b", "a" })
            {
                await recorder.GetResponseAsync(question);
            }
        }

        using (var after = await Cassette.OpenAsync(file.Name, Named))
        {
            await new CassetteChatClient(new ScriptedChatClient(ScriptedAnswer.Saying("new")), after, CassetteMode.Record).GetResponseAsync("a");

            Assert.Equal(["\"b\"", "\"a\""], after.StaleEntries.Select(entry => entry.Request.Split("\"text\":")[1].Split('}')[0]));
            Assert.Equal(3, File.ReadLines(file.Name).Count() - 1);
            Assert.Equal(2, (await after.RemoveStaleAsync()).Count);
        }

        using var last = await Cassette.OpenAsync(file.Name, Named);
        Assert.Equal("new", (await new CassetteChatClient(last).GetResponseAsync("a")).Text);
        Assert.Empty(last.StaleEntries);
    }

    [Fact]
    public async Task Errors_and_streams_left_early_are_not_recorded()
    {
        using var cassette = await Cassette.OpenAsync(file.Name, Named);
        var model = new ScriptedChatClient(ScriptedAnswer.Failing(() => new IOException()), ScriptedAnswer.Saying("a", "b"), ScriptedAnswer.Saying("a").FailingAfter(1, () => new IOException()));
        var client = new CassetteChatClient(model, cassette, CassetteMode.Record);

        await Assert.ThrowsAsync<IOException>(() => client.GetResponseAsync("Hi"));
        await foreach (var _ in client.GetStreamingResponseAsync("Hi"))
        {
            break;
        }

        await Reading.UntilError(client.GetStreamingResponseAsync("Hi"));

        Assert.Empty(cassette.Entries);
        Assert.Empty(file.Files);
    }

    [Fact]
    public async Task A_miss_shows_where_the_nearest_request_differs()
    {
        await Record(ScriptedAnswer.Saying("a"), model => model.GetResponseAsync("How warm is it in Bonn, and is there any sign of rain before the evening?", new() { Temperature = 0.5f }));
        using var cassette = await Cassette.OpenAsync(file.Name, Named);

        var error = await Assert.ThrowsAsync<CassetteMissException>(() =>
            new CassetteChatClient(cassette).GetResponseAsync("How warm is it in Bonn, and is there any sign of snow before the evening?", new() { Temperature = 0.7f }));

        Assert.Equal(
            $"""
            {file.Name} has no answer to this request among its 1: record it with CassetteMode.ReplayOrRecord
            The nearest recorded request is in entry 1, line 2; it differs in 2 places:
              $.messages[0].contents[0].text: recorded ...re any sign of rain before the evening?", asked ...re any sign of snow before the evening?"
              $.options.temperature: recorded 0.5, asked 0.7
            """,
            error.Message);
    }

    [Fact]
    public async Task A_miss_in_an_empty_cassette_says_so()
    {
        using var cassette = await Cassette.OpenAsync(file.Name);

        var error = await Assert.ThrowsAsync<CassetteMissException>(() => new CassetteChatClient(cassette).GetResponseAsync("Hi"));

        Assert.Equal($"{file.Name} has no answer to this request among its 0: record it with CassetteMode.ReplayOrRecord", error.Message);
    }

    [Fact]
    public async Task Many_threads_may_record_into_one_cassette()
    {
        using var cassette = await Cassette.OpenAsync(file.Name, Named);
        var client = new CassetteChatClient(new ScriptedChatClient(request => ScriptedAnswer.Saying(request.Messages[0].Text)), cassette, CassetteMode.ReplayOrRecord);

        await Parallel.ForAsync(0, 100, async (i, cancellation) => await client.GetResponseAsync($"question {i % 50}", cancellationToken: cancellation));

        using var again = await Cassette.OpenAsync(file.Name, Named);
        Assert.InRange(again.Entries.Count, 50, 100);
        var player = new CassetteChatClient(again);
        for (var i = 0; i < 50; i++)
        {
            Assert.Equal($"question {i}", (await player.GetResponseAsync($"question {i}")).Text);
        }

        Assert.Equal(["answers.jsonl"], file.Files);
    }

    private static CassetteOptions Named { get; } = new() { ModelId = "scripted" };

    private static string Json<T>(T answer) => System.Text.Json.JsonSerializer.Serialize(answer, AIJsonUtilities.DefaultOptions);

    private async Task<T> Record<T>(ScriptedAnswer answer, Func<IChatClient, Task<T>> ask)
    {
        using var cassette = await Cassette.OpenAsync(file.Name);
        return await ask(new CassetteChatClient(new ScriptedChatClient(answer), cassette, CassetteMode.Record));
    }
}
