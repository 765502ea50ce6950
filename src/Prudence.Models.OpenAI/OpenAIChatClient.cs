using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;
using Wire = OpenAI.Chat;

namespace Prudence.Models.OpenAI;

/// <summary>
/// A model of OpenAI, or of a server that speaks its chat completions protocol, as <see cref="IChatClient"/>. What fails on the way is an
/// <see cref="HttpRequestException"/> with the status, if there was one. May be used from many threads.
/// </summary>
/// <remarks>
/// Calls of tools come as a whole in the update that has the finish reason, or with the end of the stream; until then their pieces stand in the raw
/// representations. A top-k is not sent, for the protocol has none.
/// </remarks>
public sealed class OpenAIChatClient : IChatClient
{
    private readonly Wire.ChatClient client;
    private readonly RequestBuilder requests;
    private readonly ProviderErrors errors;

    /// <summary>A model by the options, and by the environment for what they leave open.</summary>
    /// <param name="options">Which model, where, how.</param>
    /// <exception cref="InvalidOperationException">There is no key, or the environment's endpoint is no address.</exception>
    public OpenAIChatClient(OpenAIModelOptions options)
    {
        (client, var key) = OpenAIConnection.Open(options, Environment.GetEnvironmentVariable);
        (requests, errors) = (new RequestBuilder(options.UsesMaxTokens), new ProviderErrors(key));
    }

    /// <summary>A model behind a client that you made. Mind its retries: each attempt may be charged, and only the last one reports its usage.</summary>
    /// <param name="client">The provider's client.</param>
    public OpenAIChatClient(Wire.ChatClient client)
    {
        ArgumentNullException.ThrowIfNull(client);
        (this.client, requests, errors) = (client, new RequestBuilder(usesMaxTokens: false), new ProviderErrors(null));
    }

    /// <inheritdoc/>
    /// <exception cref="NotSupportedException">A message or tool is of a kind that the protocol cannot carry; nothing was sent.</exception>
    /// <exception cref="HttpRequestException">The server refused, failed, or answered what cannot be understood.</exception>
    public async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        var (wireMessages, wireOptions) = requests.Build(messages, options, this);
        try
        {
            var result = await client.CompleteChatAsync(wireMessages, wireOptions, cancellationToken).ConfigureAwait(false);
            return ResponseReader.Read(result.Value);
        }
        catch (Exception exception) when (errors.Translate(exception, cancellationToken) is { } translated)
        {
            throw translated;
        }
    }

    /// <inheritdoc/>
    /// <exception cref="NotSupportedException">A message or tool is of a kind that the protocol cannot carry; nothing was sent.</exception>
    /// <exception cref="HttpRequestException">The server refused, failed, or answered what cannot be understood, before or amid the stream.</exception>
    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var (wireMessages, wireOptions) = requests.Build(messages, options, this);
        var reader = new StreamReader();
        var stream = client.CompleteChatStreamingAsync(wireMessages, wireOptions, cancellationToken).GetAsyncEnumerator(cancellationToken);
        await using (stream.ConfigureAwait(false))
        {
            while (await NextAsync(stream, reader, cancellationToken).ConfigureAwait(false) is { } update)
            {
                yield return update;
            }
        }
    }

    /// <inheritdoc/>
    public object? GetService(Type serviceType, object? serviceKey = null)
    {
        ArgumentNullException.ThrowIfNull(serviceType);
        return serviceKey is not null ? null
            : serviceType == typeof(ChatClientMetadata) ? new ChatClientMetadata("openai", client.Endpoint, client.Model)
            : serviceType.IsInstanceOfType(this) ? this
            : serviceType.IsInstanceOfType(client) ? client : null;
    }

    /// <summary>Does nothing: connections are shared and close by themselves.</summary>
    public void Dispose()
    {
    }

    private async Task<ChatResponseUpdate?> NextAsync(
        IAsyncEnumerator<Wire.StreamingChatCompletionUpdate> stream, StreamReader reader, CancellationToken cancellation)
    {
        try
        {
            return await stream.MoveNextAsync().ConfigureAwait(false) ? reader.Read(stream.Current) : null;
        }
        catch (Exception exception) when (errors.Translate(exception, cancellation) is { } translated)
        {
            throw translated;
        }
    }
}
