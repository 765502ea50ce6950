using System.Text.Json;
using Microsoft.Extensions.AI;
using Wire = OpenAI.Chat;

namespace Prudence.Models.OpenAI;

/// <summary>Writes the conversation as the provider's client wants it.</summary>
internal static class MessageWriter
{
    private static readonly ChatRole Developer = new("developer");

    // Blanks would be paid for.
    private static readonly JsonSerializerOptions Compact = new(AIJsonUtilities.DefaultOptions) { WriteIndented = false };

    public static List<Wire.ChatMessage> Write(IEnumerable<ChatMessage> messages, string? instructions)
    {
        var list = new List<Wire.ChatMessage>();
        if (!string.IsNullOrEmpty(instructions))
        {
            list.Add(new Wire.SystemChatMessage(instructions));
        }

        foreach (var message in messages)
        {
            Write(message, list);
        }

        return list;
    }

    private static void Write(ChatMessage message, List<Wire.ChatMessage> list)
    {
        // Results of tools are messages of their own, whatever message brings them.
        list.AddRange(message.Contents.OfType<FunctionResultContent>().Select(static result => new Wire.ToolChatMessage(result.CallId, Text(result))));
        if (message.Role == ChatRole.Assistant)
        {
            list.Add(Assistant(message));
            return;
        }

        List<Wire.ChatMessageContentPart> parts = [.. message.Contents.Select(Part).OfType<Wire.ChatMessageContentPart>()];
        if (parts.Count > 0 || message.Role != ChatRole.Tool)
        {
            list.Add(message.Role == ChatRole.System ? new Wire.SystemChatMessage(OrEmpty(parts))
                : message.Role == Developer ? new Wire.DeveloperChatMessage(OrEmpty(parts))
                : message.Role == ChatRole.User ? new Wire.UserChatMessage(OrEmpty(parts)) { ParticipantName = message.AuthorName }
                : throw new NotSupportedException($"A message has the role '{message.Role}': write system, developer, user, assistant or tool"));
        }
    }

    private static Wire.AssistantChatMessage Assistant(ChatMessage message)
    {
        // What a model thought is not sent back: the protocol has no place for it.
        List<Wire.ChatMessageContentPart> parts = [.. message.Contents.Select(Part).OfType<Wire.ChatMessageContentPart>()];
        List<Wire.ChatToolCall> calls = [.. message.Contents.OfType<FunctionCallContent>().Select(Call)];
        if (calls.Count == 0)
        {
            return new Wire.AssistantChatMessage(OrEmpty(parts)) { ParticipantName = message.AuthorName };
        }

        var assistant = new Wire.AssistantChatMessage(calls) { ParticipantName = message.AuthorName };
        foreach (var part in parts)
        {
            assistant.Content.Add(part);
        }

        return assistant;
    }

    private static Wire.ChatToolCall Call(FunctionCallContent call) => Wire.ChatToolCall.CreateFunctionToolCall(
        call.CallId, call.Name, BinaryData.FromString(Json(call.Arguments ?? new Dictionary<string, object?>())));

    private static List<Wire.ChatMessageContentPart> OrEmpty(List<Wire.ChatMessageContentPart> parts) =>
        parts.Count > 0 ? parts : [Wire.ChatMessageContentPart.CreateTextPart("")];

    private static Wire.ChatMessageContentPart? Part(AIContent content) => content switch
    {
        TextContent text => Wire.ChatMessageContentPart.CreateTextPart(text.Text),
        DataContent image when image.HasTopLevelMediaType("image") => Wire.ChatMessageContentPart.CreateImagePart(BinaryData.FromBytes(image.Data), image.MediaType),
        UriContent image when image.HasTopLevelMediaType("image") => Wire.ChatMessageContentPart.CreateImagePart(image.Uri),
        ErrorContent { ErrorCode: ResponseReader.Refusal } refusal => Wire.ChatMessageContentPart.CreateRefusalPart(refusal.Message),
        FunctionCallContent or FunctionResultContent or TextReasoningContent or UsageContent => null,
        DataContent data => throw new NotSupportedException($"A message has content of type {data.MediaType}, and only text and images are carried: leave it out"),
        _ => throw new NotSupportedException($"A message has {content.GetType().Name}, and only text, images, calls of functions and their results are carried: leave it out"),
    };

    private static string Text(FunctionResultContent result) => result.Result switch
    {
        string text => text,
        null => result.Exception is { } error ? $"Error: {error.Message}" : "",
        { } value => Json(value),
    };

    private static string Json(object value) => JsonSerializer.Serialize(value, Compact.GetTypeInfo(typeof(object)));
}
