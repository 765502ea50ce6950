using Microsoft.Extensions.AI;
using Wire = OpenAI.Chat;

namespace Prudence.Models.OpenAI;

/// <summary>Reads one stream, update by update.</summary>
internal sealed class StreamReader
{
    private readonly ToolCallPieces calls = new();

    /// <exception cref="HttpRequestException">The server tells of an error amid the stream.</exception>
    public ChatResponseUpdate Read(Wire.StreamingChatCompletionUpdate piece)
    {
        if (piece.Patch.Contains("$.error"u8))
        {
            throw new HttpRequestException($"The model broke off: {piece.Patch.GetJson("$.error"u8)}");
        }

        foreach (var call in piece.ToolCallUpdates)
        {
            calls.Add(call);
        }

        var update = new ChatResponseUpdate(ChatRole.Assistant, Contents(piece))
        {
            ResponseId = piece.CompletionId,
            MessageId = piece.CompletionId,
            ModelId = piece.Model,
            CreatedAt = piece.CreatedAt,
            FinishReason = piece.FinishReason is { } reason ? ResponseReader.Reason(reason) : null,
            RawRepresentation = piece,
        };
        return update;
    }

    private List<AIContent> Contents(Wire.StreamingChatCompletionUpdate piece) =>
    [
        .. Thoughts(piece),
        .. ResponseReader.Parts(piece.ContentUpdate),
        .. ResponseReader.Refusals(piece.RefusalUpdate),
        .. piece.FinishReason is null ? [] : calls.Take(),
        .. piece.Usage is { } usage ? [new UsageContent(UsageReader.Read(usage))] : Array.Empty<AIContent>(),
    ];

    // Servers of open models tell what the model thinks in a member that the provider's own protocol lacks.
    private static IEnumerable<AIContent> Thoughts(Wire.StreamingChatCompletionUpdate piece) =>
        piece.Patch.TryGetValue("$.choices[0].delta.reasoning_content"u8, out string? text) && !string.IsNullOrEmpty(text) ? [new TextReasoningContent(text)] : [];
}
