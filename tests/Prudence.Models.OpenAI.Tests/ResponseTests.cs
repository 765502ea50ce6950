using Microsoft.Extensions.AI;
using Wire = OpenAI.Chat;

namespace Prudence.Models.OpenAI.Tests;

public sealed class ResponseTests
{
    [Fact]
    public async Task A_response_comes_with_its_text_reason_model_and_usage()
    {
        await using var server = new LoopbackServer(CannedAnswer.Json(OpenAIFixtures.Text));
        using var model = Models.At(server);

        var response = await model.GetResponseAsync("Hi");

        Assert.Equal(("Hello, wörld", ChatFinishReason.Stop, "gpt-5-mini-2025-08-07", "chatcmpl-1"), (response.Text, response.FinishReason, response.ModelId, response.ResponseId));
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(1741569952), response.CreatedAt);
        Assert.Equal((19, 10, 29), (response.Usage!.InputTokenCount, response.Usage.OutputTokenCount, response.Usage.TotalTokenCount));
        Assert.Equal((7, 4), (response.Usage.CachedInputTokenCount, response.Usage.ReasoningTokenCount));
        Assert.Equal([new("accepted prediction", 2)], response.Usage.AdditionalCounts!);
        Assert.IsType<Wire.ChatCompletion>(response.RawRepresentation);
    }

    [Fact]
    public async Task Calls_of_tools_come_with_arguments_and_broken_ones_with_their_error()
    {
        await using var server = new LoopbackServer(CannedAnswer.Json(OpenAIFixtures.ToolCall));
        using var model = Models.At(server);

        var response = await model.GetResponseAsync("Hi");

        Assert.Equal(ChatFinishReason.ToolCalls, response.FinishReason);
        var calls = response.Messages[0].Contents.Cast<FunctionCallContent>().ToList();
        Assert.Equal(("call_abc", "weather", "Bonn", null), (calls[0].CallId, calls[0].Name, calls[0].Arguments!["city"]!.ToString(), calls[0].Exception));
        Assert.Equal(("call_def", true), (calls[1].CallId, calls[1].Exception is not null));
        Assert.Null(response.Usage!.CachedInputTokenCount);
    }

    [Fact]
    public async Task A_refusal_and_a_missing_usage_are_told()
    {
        await using var server = new LoopbackServer(CannedAnswer.Json(OpenAIFixtures.Refusal));
        using var model = Models.At(server);

        var response = await model.GetResponseAsync("Hi");

        var refusal = Assert.IsType<ErrorContent>(Assert.Single(response.Messages[0].Contents));
        Assert.Equal(("I cannot.", "Refusal"), (refusal.Message, refusal.ErrorCode));
        Assert.Equal(ChatFinishReason.ContentFilter, response.FinishReason);
        Assert.Null(response.Usage);
    }

    [Theory]
    [InlineData("""{"id":1}""")]
    [InlineData("""{"choices":[]}""")]
    [InlineData("""{"choices":[{"message":{"role":"assistant","content":"x"},"finish_reason":"eos"}]}""")]
    [InlineData("""{"choices":[{"message":{"role":"assistant","content":"x"},"finish_reason":"stop"}],"usage":{"prompt_tokens":9223372036854775807,"completion_tokens":1,"total_tokens":1}}""")]
    [InlineData("<html>")]
    [InlineData("")]
    public async Task What_the_protocol_does_not_have_is_an_invalid_response(string body)
    {
        await using var server = new LoopbackServer(CannedAnswer.Json(body));
        using var model = Models.At(server);

        var error = await Assert.ThrowsAsync<HttpRequestException>(() => model.GetResponseAsync("Hi"));

        Assert.Equal(HttpRequestError.InvalidResponse, error.HttpRequestError);
        Assert.Equal(1, server.Requests);
    }
}
