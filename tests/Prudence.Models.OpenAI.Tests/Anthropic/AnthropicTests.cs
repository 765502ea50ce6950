using System.Net;
using Anthropic;
using Anthropic.Exceptions;
using Microsoft.Extensions.AI;

namespace Prudence.Models.OpenAI.Tests.Anthropic;

/// <summary>
/// The provider's package makes an <see cref="IChatClient"/> itself. Held in place here is what budgets rely on, and what they had better not rely on.
/// </summary>
public sealed class AnthropicTests
{
    [Fact]
    public async Task Input_counts_what_was_read_from_the_cache_and_written_to_it()
    {
        await using var server = new LoopbackServer(CannedAnswer.Json(AnthropicFixtures.Message));
        using var model = At(server);

        var response = await model.GetResponseAsync("Hi");

        Assert.Equal(("Hi!", ChatFinishReason.Stop, "claude-sonnet-4-5"), (response.Text, response.FinishReason, response.ModelId));
        Assert.Equal("hm", response.Messages[0].Contents.OfType<TextReasoningContent>().Single().Text);
        Assert.Equal((20 + 100 + 3000, 9), (response.Usage!.InputTokenCount, response.Usage.OutputTokenCount));
        Assert.Equal((3000, 4, 100), (response.Usage.CachedInputTokenCount, response.Usage.ReasoningTokenCount, response.Usage.AdditionalCounts!["CacheCreationInputTokens"]));
        Assert.Equal(1000, server.Body(0).GetProperty("max_tokens").GetInt32());
    }

    [Fact]
    public async Task A_stream_reports_its_usage_once_at_the_end()
    {
        await using var server = new LoopbackServer(CannedAnswer.Events(AnthropicFixtures.Stream));
        using var model = At(server);

        var (updates, error) = await Reading.UntilError(model.GetStreamingResponseAsync("Hi"));

        Assert.Null(error);
        Assert.Equal("Hi!", string.Concat(updates.Select(update => update.Text)));
        Assert.Equal("Bonn", updates.SelectMany(update => update.Contents).OfType<FunctionCallContent>().Single().Arguments!["city"]!.ToString());
        var usage = Assert.IsType<UsageContent>(Assert.Single(updates[^1].Contents)).Details;
        Assert.Equal((3120, 89, 3000, 100), (usage.InputTokenCount, usage.OutputTokenCount, usage.CachedInputTokenCount, usage.AdditionalCounts!["CacheCreationInputTokens"]));
        Assert.Equal(ChatFinishReason.ToolCalls, updates[^1].FinishReason);
        Assert.Single(updates, update => update.Contents.OfType<UsageContent>().Any());
    }

    /// <summary>The trap: the count of the beginning is given out as if it were the bill. Only the missing finish reason tells.</summary>
    [Fact]
    public async Task A_stream_that_ends_early_reports_too_little_output_without_a_finish_reason()
    {
        var cut = AnthropicFixtures.Stream[..AnthropicFixtures.Stream.IndexOf("event: message_delta", StringComparison.Ordinal)];
        await using var server = new LoopbackServer(CannedAnswer.EventsUntilClose(cut));
        using var model = At(server);

        var (updates, error) = await Reading.UntilError(model.GetStreamingResponseAsync("Hi"));

        Assert.Null(error);
        Assert.Equal("Hi!", string.Concat(updates.Select(update => update.Text)));
        Assert.DoesNotContain(updates, update => update.FinishReason is not null);
        Assert.Equal(1, updates.SelectMany(update => update.Contents).OfType<UsageContent>().Single().Details.OutputTokenCount);
    }

    [Fact]
    public async Task A_stream_that_is_cut_is_an_error_and_reports_nothing()
    {
        var whole = CannedAnswer.Events(AnthropicFixtures.Stream);
        await using var server = new LoopbackServer(whole.CutTo(whole.Bytes.Length / 2));
        using var model = At(server);

        var (updates, error) = await Reading.UntilError(model.GetStreamingResponseAsync("Hi"));

        Assert.IsAssignableFrom<IOException>(error);
        Assert.DoesNotContain(updates, update => update.Contents.OfType<UsageContent>().Any());
    }

    [Fact]
    public async Task Errors_keep_their_status_and_nothing_is_sent_again()
    {
        var begun = AnthropicFixtures.Stream[..AnthropicFixtures.Stream.IndexOf("event: content_block_stop", StringComparison.Ordinal)];
        await using var server = new LoopbackServer(
            CannedAnswer.Json(AnthropicFixtures.Overloaded, 529), CannedAnswer.Events(begun + AnthropicFixtures.Event("error", AnthropicFixtures.Overloaded)));
        using var model = At(server);

        var refused = await Assert.ThrowsAsync<AnthropicOverloadedException>(() => model.GetResponseAsync("Hi"));
        var (updates, broken) = await Reading.UntilError(model.GetStreamingResponseAsync("Hi"));

        Assert.Equal((HttpStatusCode)529, refused.StatusCode);
        Assert.Contains("Overloaded", Assert.IsType<AnthropicSseException>(broken).Message, StringComparison.Ordinal);
        Assert.DoesNotContain(updates, update => update.Contents.OfType<UsageContent>().Any());
        Assert.Equal(2, server.Requests);
    }

    private static IChatClient At(LoopbackServer server) =>
        new AnthropicClient { ApiKey = Models.Key, BaseUrl = server.Endpoint.GetLeftPart(UriPartial.Authority), MaxRetries = 0 }.AsIChatClient("claude-sonnet-4-5", 1000);
}
