using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using Microsoft.Extensions.AI;

namespace Prudence.Testing;

/// <summary>
/// Records what a model answers, and replays it when the same request comes again: the n-th time the n-th answer. Streams come back in the pieces in
/// which they came. Errors, and streams that were not read to their end, are not recorded.
/// </summary>
public sealed class CassetteChatClient : DelegatingChatClient
{
    private readonly Cassette cassette;
    private readonly CassetteMode mode;
    private readonly string? modelId;

    /// <summary>Replays alone; no model is needed.</summary>
    /// <param name="cassette">Where the answers are. It is not disposed of.</param>
    public CassetteChatClient(Cassette cassette)
        : this(new NoModel(), cassette, CassetteMode.Replay)
    {
    }

    /// <summary>Records or replays.</summary>
    /// <param name="innerClient">The model.</param>
    /// <param name="cassette">Where the answers are, or will be. It is not disposed of.</param>
    /// <param name="mode">Where answers come from.</param>
    public CassetteChatClient(IChatClient innerClient, Cassette cassette, CassetteMode mode)
        : base(innerClient)
    {
        ArgumentNullException.ThrowIfNull(cassette);
        (this.cassette, this.mode) = (cassette, mode);
        modelId = cassette.Options.ModelId ?? innerClient.GetService<ChatClientMetadata>()?.DefaultModelId;
    }

    /// <inheritdoc/>
    /// <exception cref="CassetteMissException">The answer should be replayed, but was not recorded.</exception>
    public override async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        List<ChatMessage> list = [.. messages];
        var request = Describe(list, options, isStreaming: false);
        cancellationToken.ThrowIfCancellationRequested();
        if (Replayed(request) is { } answer)
        {
            return RecordedAnswer.ToResponse(answer);
        }

        var response = await base.GetResponseAsync(list, options, cancellationToken).ConfigureAwait(false);
        await cassette.AddAsync(request, RecordedAnswer.Of(response)).ConfigureAwait(false);
        return response;
    }

    /// <inheritdoc/>
    /// <exception cref="CassetteMissException">The answer should be replayed, but was not recorded.</exception>
    public override async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        List<ChatMessage> list = [.. messages];
        var request = Describe(list, options, isStreaming: true);
        if (Replayed(request) is { } answer)
        {
            foreach (var update in RecordedAnswer.ToUpdates(answer))
            {
                cancellationToken.ThrowIfCancellationRequested();
                yield return update;
            }

            yield break;
        }

        var updates = new JsonArray();
        await foreach (var update in base.GetStreamingResponseAsync(list, options, cancellationToken).ConfigureAwait(false))
        {
            // Written down before the caller gets it, who may change it.
            updates.Add(RecordedAnswer.Of(update));
            yield return update;
        }

        await cassette.AddAsync(request, updates).ConfigureAwait(false);
    }

    private CanonicalRequest Describe(IReadOnlyList<ChatMessage> messages, ChatOptions? options, bool isStreaming) =>
        CanonicalRequest.Of(messages, options, isStreaming, modelId, cassette.Options.Redactor);

    private JsonNode? Replayed(CanonicalRequest request) => mode == CassetteMode.Record ? null
        : cassette.Take(request)?.Answer ?? (mode == CassetteMode.Replay ? throw cassette.Miss(request) : null);
}
