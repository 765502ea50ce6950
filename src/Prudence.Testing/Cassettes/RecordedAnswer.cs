using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.AI;

namespace Prudence.Testing;

/// <summary>Turns answers into JSON and back. Raw representations are left out, and additional properties without a plain JSON form.</summary>
internal static class RecordedAnswer
{
    private static readonly JsonSerializerOptions Json = AIJsonUtilities.DefaultOptions;

    public static JsonNode Of(ChatResponse response)
    {
        var copy = new ChatResponse([.. response.Messages.Select(Plain)])
        {
            ResponseId = response.ResponseId,
            ConversationId = response.ConversationId,
            ModelId = response.ModelId,
            CreatedAt = response.CreatedAt,
            FinishReason = response.FinishReason,
            Usage = response.Usage,
            AdditionalProperties = PlainProperties.PlainOnly(response.AdditionalProperties),
        };
        return CanonicalJson.Of(JsonSerializer.SerializeToNode(copy, Json.GetTypeInfo(typeof(ChatResponse))))!;
    }

    public static JsonNode Of(ChatResponseUpdate update)
    {
        var copy = update.Clone();
        copy.AdditionalProperties = PlainProperties.PlainOnly(update.AdditionalProperties);
        return CanonicalJson.Of(JsonSerializer.SerializeToNode(copy, Json.GetTypeInfo(typeof(ChatResponseUpdate))))!;
    }

    public static ChatResponse ToResponse(JsonNode answer) => (ChatResponse)answer.Deserialize(Json.GetTypeInfo(typeof(ChatResponse)))!;

    public static IReadOnlyList<ChatResponseUpdate> ToUpdates(JsonNode answer) =>
        [.. answer.AsArray().Select(static update => (ChatResponseUpdate?)update?.Deserialize(Json.GetTypeInfo(typeof(ChatResponseUpdate))) ?? throw new JsonException("an update is null"))];

    private static ChatMessage Plain(ChatMessage message)
    {
        var copy = message.Clone();
        copy.AdditionalProperties = PlainProperties.PlainOnly(message.AdditionalProperties);
        return copy;
    }
}
