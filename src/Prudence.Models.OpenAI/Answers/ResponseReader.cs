using System.Text.Json;
using Microsoft.Extensions.AI;
using Wire = OpenAI.Chat;

namespace Prudence.Models.OpenAI;

/// <summary>Reads a whole answer.</summary>
internal static class ResponseReader
{
    /// <summary>The code of content by which a model refuses.</summary>
    public const string Refusal = "Refusal";

    public static ChatResponse Read(Wire.ChatCompletion completion)
    {
        var message = new ChatMessage(ChatRole.Assistant, [.. Thoughts(completion), .. Parts(completion.Content), .. Refusals(completion.Refusal), .. Calls(completion.ToolCalls)])
        {
            MessageId = completion.Id,
            RawRepresentation = completion,
        };
        return new ChatResponse(message)
        {
            ResponseId = completion.Id,
            ModelId = completion.Model,
            CreatedAt = completion.CreatedAt,
            FinishReason = Reason(completion.FinishReason),
            Usage = completion.Usage is { } usage ? UsageReader.Read(usage) : null,
            RawRepresentation = completion,
        };
    }

    public static IEnumerable<AIContent> Parts(Wire.ChatMessageContent content) => content
        .Where(static part => part.Kind == Wire.ChatMessageContentPartKind.Text && !string.IsNullOrEmpty(part.Text))
        .Select(static part => new TextContent(part.Text));

    public static IEnumerable<AIContent> Refusals(string? text) =>
        string.IsNullOrEmpty(text) ? [] : [new ErrorContent(text) { ErrorCode = Refusal }];

    /// <summary>What is no JSON comes as a call with an exception, for whoever calls the function to tell the model.</summary>
    public static FunctionCallContent Call(string id, string name, string arguments) => FunctionCallContent.CreateFromParsedArguments(
        arguments, id, name, static text => text.Length == 0 ? [] : JsonSerializer.Deserialize<Dictionary<string, object?>>(text, AIJsonUtilities.DefaultOptions)!);

    public static ChatFinishReason Reason(Wire.ChatFinishReason reason) => reason switch
    {
        Wire.ChatFinishReason.Length => ChatFinishReason.Length,
        Wire.ChatFinishReason.ContentFilter => ChatFinishReason.ContentFilter,
        Wire.ChatFinishReason.ToolCalls or Wire.ChatFinishReason.FunctionCall => ChatFinishReason.ToolCalls,
        _ => ChatFinishReason.Stop,
    };

    private static IEnumerable<AIContent> Calls(IReadOnlyList<Wire.ChatToolCall> calls) =>
        calls.Select(static call => Call(call.Id, call.FunctionName, call.FunctionArguments.ToString()));

    private static IEnumerable<AIContent> Thoughts(Wire.ChatCompletion completion) =>
        completion.Patch.TryGetValue("$.choices[0].message.reasoning_content"u8, out string? text) && !string.IsNullOrEmpty(text) ? [new TextReasoningContent(text)] : [];
}
