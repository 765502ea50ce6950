using System.Text;
using System.Text.Json;
using Microsoft.Extensions.AI;

namespace Prudence.Testing;

/// <summary>Counts tokens as scripted models do: one for every four bytes of UTF-8 that were begun, never more than there are bytes.</summary>
internal static class TokenCount
{
    private const int BytesPerToken = 4;
    private static readonly JsonSerializerOptions Compact = new(AIJsonUtilities.DefaultOptions) { WriteIndented = false };

    public static long Of(string? text) => (Encoding.UTF8.GetByteCount(text ?? "") + BytesPerToken - 1) / BytesPerToken;

    public static long Of(AIContent content) => content switch
    {
        TextContent text => Of(text.Text),
        TextReasoningContent reasoning => Of(reasoning.Text),
        FunctionCallContent call => Of(call.Name) + (call.Arguments is { Count: > 0 } arguments ? Of(Json(arguments)) : 0),
        FunctionResultContent result => Of(result.Result as string ?? Json(result.Result)),
        _ => 0,
    };

    /// <summary>The input of a request: its instructions, messages and tools.</summary>
    public static long Of(ScriptedRequest request) =>
        Of(request.Options?.Instructions)
        + request.Messages.Sum(static message => message.Contents.Sum(Of))
        + (request.Options?.Tools?.Sum(Of) ?? 0);

    private static long Of(AITool tool) =>
        Of(tool.Name) + Of(tool.Description) + (tool is AIFunctionDeclaration function ? Of(function.JsonSchema.GetRawText()) : 0);

    private static string Json(object? value) => JsonSerializer.Serialize(value, Compact.GetTypeInfo(typeof(object)));
}
