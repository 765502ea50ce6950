using Microsoft.Extensions.AI;

namespace Prudence.Testing.Tests.Scripts;

public sealed class ScriptedStreamTests
{
    [Fact]
    public async Task Pieces_come_one_by_one_then_the_finish_reason_then_the_usage()
    {
        var model = new ScriptedChatClient(ScriptedAnswer.Saying("Hel", "lo").Using(12, 3, cached: 4, reasoning: 1));

        var updates = await Reading.AllOf(model.GetStreamingResponseAsync("Hi"));

        Assert.Equal(["Hel", "lo", "", ""], updates.Select(update => update.Text));
        Assert.Equal([null, null, ChatFinishReason.Stop, null], updates.Select(update => update.FinishReason));
        var usage = Assert.IsType<UsageContent>(Assert.Single(updates[3].Contents)).Details;
        Assert.Equal((12, 3, 15, 4, 1), (usage.InputTokenCount, usage.OutputTokenCount, usage.TotalTokenCount, usage.CachedInputTokenCount, usage.ReasoningTokenCount));
        Assert.Equal(CallOutcome.Completed, model.Calls[0].Outcome);
    }

    [Fact]
    public async Task A_stream_and_a_response_of_the_same_answer_say_the_same()
    {
        var answer = ScriptedAnswer.Calling("weather", new Dictionary<string, object?> { ["city"] = "Bonn" }).Using(30, 9);
        var model = new ScriptedChatClient(answer, answer);

        var streamed = (await Reading.AllOf(model.GetStreamingResponseAsync("Hi"))).ToChatResponse();
        var buffered = await model.GetResponseAsync("Hi");

        foreach (var response in new[] { streamed, buffered })
        {
            var call = Assert.IsType<FunctionCallContent>(Assert.Single(response.Messages[0].Contents));
            Assert.Equal(("weather", "Bonn"), (call.Name, call.Arguments!["city"]));
            Assert.Equal(ChatFinishReason.ToolCalls, response.FinishReason);
            Assert.Equal((30, 9), (response.Usage!.InputTokenCount, response.Usage.OutputTokenCount));
        }
    }

    [Theory]
    [InlineData(UsagePlacement.End, "a||b||finish||usage 8 2")]
    [InlineData(UsagePlacement.Start, "usage 8 0||a||b||finish")]
    [InlineData(UsagePlacement.WithLastPiece, "a||b usage 8 2||finish")]
    [InlineData(UsagePlacement.WithEveryPiece, "a usage 8 1||b usage 8 2||finish")]
    [InlineData(UsagePlacement.WithFinish, "a||b||finish usage 8 2")]
    [InlineData(UsagePlacement.ResponseOnly, "a||b||finish")]
    public async Task Usage_stands_where_the_script_says(UsagePlacement placement, string expected)
    {
        var answer = ScriptedAnswer.Saying("a", "b").Using(8, 2).Reporting(UsageReport.Truthful.At(placement));
        var model = new ScriptedChatClient(answer, answer);

        Assert.Equal(expected, Reading.Describe(await Reading.AllOf(model.GetStreamingResponseAsync("Hi"))));
        Assert.Equal((8, 2), Counts((await model.GetResponseAsync("Hi")).Usage));
    }

    [Fact]
    public async Task Usage_may_be_missing_or_come_twice()
    {
        var silent = ScriptedAnswer.Saying("a").Reporting();
        var twice = ScriptedAnswer.Saying("a").Using(8, 2).Reporting(UsageReport.Truthful, UsageReport.Truthful);
        var model = new ScriptedChatClient(silent, silent, twice, twice);

        Assert.Equal("a||finish", Reading.Describe(await Reading.AllOf(model.GetStreamingResponseAsync("Hi"))));
        Assert.Null((await model.GetResponseAsync("Hi")).Usage);
        Assert.Equal("a||finish||usage 8 2||usage 8 2", Reading.Describe(await Reading.AllOf(model.GetStreamingResponseAsync("Hi"))));
        Assert.Equal((8, 2), Counts((await model.GetResponseAsync("Hi")).Usage));
    }

    [Theory]
    [InlineData(UsageDistortion.None, 8L, 2L)]
    [InlineData(UsageDistortion.Zero, 0L, 0L)]
    [InlineData(UsageDistortion.Negative, -9L, -3L)]
    [InlineData(UsageDistortion.Absurd, long.MaxValue, long.MaxValue)]
    [InlineData(UsageDistortion.Empty, null, null)]
    public async Task Usage_is_wrong_in_the_way_the_script_says_and_the_truth_is_known(UsageDistortion distortion, long? input, long? output)
    {
        var model = new ScriptedChatClient(ScriptedAnswer.Saying("a").Using(8, 2).Reporting(UsageReport.Wrong(distortion)));

        Assert.Equal((input, output), Counts((await model.GetResponseAsync("Hi")).Usage));
        Assert.Equal((8, 2), Counts(model.Calls[0].Used));
    }

    [Fact]
    public async Task More_input_may_be_cached_than_there_is()
    {
        var model = new ScriptedChatClient(ScriptedAnswer.Saying("a").Using(8, 2).Reporting(UsageReport.Wrong(UsageDistortion.CachedAboveInput)));

        var usage = (await model.GetResponseAsync("Hi")).Usage!;

        Assert.Equal((8, 9), (usage.InputTokenCount, usage.CachedInputTokenCount));
    }

    [Fact]
    public async Task A_report_may_say_what_one_likes()
    {
        var model = new ScriptedChatClient(ScriptedAnswer.Saying("a").Reporting(UsageReport.Saying(5, 6)));

        Assert.Equal((5, 6), Counts((await model.GetResponseAsync("Hi")).Usage));
    }

    [Fact]
    public async Task Without_numbers_input_and_output_are_counted_in_fours_of_bytes()
    {
        var tool = AIFunctionFactory.CreateDeclaration("f", "d", System.Text.Json.JsonDocument.Parse("{}").RootElement);
        var model = new ScriptedChatClient(ScriptedAnswer.Saying("12345", "1").ThenReasoning("1234"));

        await model.GetResponseAsync([new(ChatRole.User, "ä234"), new(ChatRole.User, "")], new() { Instructions = "1234", Tools = [tool] });

        var used = model.Calls[0].Used;
        Assert.Equal((2 + 1 + 1 + 1 + 1, 2 + 1 + 1, 1), (used.InputTokenCount, used.OutputTokenCount, used.ReasoningTokenCount));
    }

    [Fact]
    public async Task Calls_of_tools_and_their_results_are_counted_without_blanks()
    {
        var model = new ScriptedChatClient(ScriptedAnswer.Calling("func", new Dictionary<string, object?> { ["a"] = 12 }));

        await model.GetResponseAsync([new(ChatRole.Tool, [new FunctionResultContent("c", new Dictionary<string, object?> { ["a"] = 12 })])]);

        // {"a":12} has eight bytes.
        Assert.Equal((2, 1 + 2), Counts(model.Calls[0].Used));
    }

    private static (long?, long?) Counts(UsageDetails? usage) => (usage?.InputTokenCount, usage?.OutputTokenCount);
}
