using System.Net;
using Microsoft.Extensions.AI;

namespace Prudence.Models.OpenAI.Tests;

public sealed class ErrorTests
{
    [Theory]
    [InlineData(400)]
    [InlineData(401)]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(503)]
    public async Task The_status_is_kept_and_nothing_is_sent_again(int status)
    {
        await using var server = new LoopbackServer(CannedAnswer.Json(OpenAIFixtures.Error("no"), status), CannedAnswer.Json(OpenAIFixtures.Error("no"), status));
        using var model = Models.At(server);

        var buffered = await Assert.ThrowsAsync<HttpRequestException>(() => model.GetResponseAsync("Hi"));
        var (updates, streamed) = await Reading.UntilError(model.GetStreamingResponseAsync("Hi"));

        Assert.Equal((HttpStatusCode)status, buffered.StatusCode);
        Assert.Equal((HttpStatusCode)status, Assert.IsType<HttpRequestException>(streamed).StatusCode);
        Assert.Empty(updates);
        Assert.Equal(2, server.Requests);
    }

    [Fact]
    public async Task A_key_that_the_server_repeats_is_not_told()
    {
        await using var server = new LoopbackServer(CannedAnswer.Json(OpenAIFixtures.Error($"Incorrect API key provided: {Models.Key}"), 401));
        using var model = Models.At(server);

        var error = await Assert.ThrowsAsync<HttpRequestException>(() => model.GetResponseAsync("Hi"));

        Assert.DoesNotContain(Models.Key, error.ToString(), StringComparison.Ordinal);
        Assert.Contains("Incorrect API key provided: [key]", error.Message, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Unauthorized, error.StatusCode);
        Assert.Contains($"Authorization: Bearer {Models.Key}", server.Head(0), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_an_error_without_a_status()
    {
        var gone = new LoopbackServer();
        using var model = Models.At(gone);
        await gone.DisposeAsync();

        var error = await Assert.ThrowsAsync<HttpRequestException>(() => model.GetResponseAsync("Hi"));

        Assert.Equal((null, HttpRequestError.ConnectionError), (error.StatusCode, error.HttpRequestError));
    }

    [Fact]
    public async Task A_server_that_says_nothing_is_an_error_and_no_cancellation()
    {
        await using var server = new LoopbackServer(new CannedAnswer([], IsEndless: true), new CannedAnswer([], IsEndless: true));
        using var model = new OpenAIChatClient(new OpenAIModelOptions { ModelId = "m", Endpoint = server.Endpoint, ApiKey = Models.Key, NetworkTimeout = TimeSpan.FromMilliseconds(1) });

        await Assert.ThrowsAsync<HttpRequestException>(() => model.GetResponseAsync("Hi"));
        Assert.IsType<HttpRequestException>((await Reading.UntilError(model.GetStreamingResponseAsync("Hi"))).Error);
    }

    [Fact]
    public async Task Cancellation_stays_one()
    {
        await using var server = new LoopbackServer(new CannedAnswer([], IsEndless: true));
        using var model = Models.At(server);
        using var source = new CancellationTokenSource();

        var asking = model.GetResponseAsync("Hi", cancellationToken: source.Token);
        await server.Hanging.Task;
        await source.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asking);
    }
}
