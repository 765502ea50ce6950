using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.AI;

namespace Prudence.Testing;

/// <summary>
/// A request in canonical form, without secrets, and its hash. Identities and times of messages, raw representations and the factories of raw options
/// do not count; everything else that is asked does.
/// </summary>
internal sealed record CanonicalRequest(JsonObject Document, string Hash)
{
    private static readonly JsonSerializerOptions Json = AIJsonUtilities.DefaultOptions;

    public static CanonicalRequest Of(IReadOnlyList<ChatMessage> messages, ChatOptions? options, bool isStreaming, string? modelId, SecretRedactor redactor)
    {
        var document = new JsonObject
        {
            ["stream"] = isStreaming,
            ["model"] = options?.ModelId ?? modelId,
            ["messages"] = new JsonArray([.. messages.Select(Describe)]),
            ["options"] = Describe(options),
            ["properties"] = PlainProperties.Of(options?.AdditionalProperties),
            ["tools"] = options?.Tools is { Count: > 0 } tools ? new JsonArray([.. tools.Select(Describe)]) : null,
        };
        var canonical = (JsonObject)CanonicalJson.Of(JsonNode.Parse(redactor.Redact(document)!.ToJsonString()))!;
        return new CanonicalRequest(canonical, HashOf(canonical));
    }

    /// <summary>SHA-256 of the canonical form, in hexadecimal digits.</summary>
    public static string HashOf(JsonObject document) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(CanonicalJson.Text(CanonicalJson.Of(document)!))));

    private static JsonNode Describe(ChatMessage message, int index)
    {
        try
        {
            return new JsonObject
            {
                ["role"] = message.Role.Value,
                ["author"] = message.AuthorName,
                ["contents"] = new JsonArray([.. message.Contents.Select(static content => JsonSerializer.SerializeToNode(content, Json.GetTypeInfo(typeof(AIContent))))]),
                ["properties"] = PlainProperties.Of(message.AdditionalProperties),
            };
        }
        catch (Exception exception) when (exception is NotSupportedException or JsonException)
        {
            throw new ArgumentException($"Message {index + 1} has content that cannot be written to a cassette: {exception.Message}", nameof(message), exception);
        }
    }

    private static JsonObject? Describe(ChatOptions? options)
    {
        if (options is null)
        {
            return null;
        }

        var rest = options.Clone();
        (rest.ModelId, rest.AdditionalProperties, rest.Tools, rest.RawRepresentationFactory) = (null, null, null, null);
        var node = (JsonObject)JsonSerializer.SerializeToNode(rest, Json.GetTypeInfo(typeof(ChatOptions)))!;
        // Options that say nothing are as good as none.
        return node.Any(static member => member.Value is not null) ? node : null;
    }

    private static JsonNode Describe(AITool tool) => new JsonObject
    {
        ["name"] = tool.Name,
        ["description"] = tool.Description,
        ["schema"] = tool is AIFunctionDeclaration function ? JsonNode.Parse(function.JsonSchema.GetRawText()) : null,
        ["kind"] = tool is AIFunctionDeclaration ? null : tool.GetType().Name,
        ["properties"] = PlainProperties.Of(new AdditionalPropertiesDictionary(tool.AdditionalProperties)),
    };
}
