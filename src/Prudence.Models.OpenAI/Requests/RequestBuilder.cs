using Microsoft.Extensions.AI;
using Wire = OpenAI.Chat;

namespace Prudence.Models.OpenAI;

/// <summary>Writes requests as the provider's client wants them.</summary>
internal sealed class RequestBuilder(bool usesMaxTokens)
{
    private const string Strict = "strict";

    public (List<Wire.ChatMessage> Messages, Wire.ChatCompletionOptions Options) Build(IEnumerable<ChatMessage> messages, ChatOptions? options, IChatClient client)
    {
        ArgumentNullException.ThrowIfNull(messages);
        var list = MessageWriter.Write(messages, options?.Instructions);
        var wire = options?.RawRepresentationFactory?.Invoke(client) as Wire.ChatCompletionOptions ?? new Wire.ChatCompletionOptions();
        if (options is not null)
        {
            WriteSampling(options, wire);
            WriteOutput(options, wire);
            WriteTools(options, wire);
        }

        return (list, wire);
    }

    private static void WriteSampling(ChatOptions options, Wire.ChatCompletionOptions wire)
    {
        wire.Temperature ??= options.Temperature;
        wire.TopP ??= options.TopP;
        wire.FrequencyPenalty ??= options.FrequencyPenalty;
        wire.PresencePenalty ??= options.PresencePenalty;
        wire.Seed ??= options.Seed;
        wire.ReasoningEffortLevel ??= options.Reasoning?.Effort switch
        {
            ReasoningEffort.None => Wire.ChatReasoningEffortLevel.None,
            ReasoningEffort.Low => Wire.ChatReasoningEffortLevel.Low,
            ReasoningEffort.Medium => Wire.ChatReasoningEffortLevel.Medium,
            ReasoningEffort.High => Wire.ChatReasoningEffortLevel.High,
            ReasoningEffort.ExtraHigh => Wire.ChatReasoningEffortLevel.ExtraHigh,
            _ => default(Wire.ChatReasoningEffortLevel?),
        };
        foreach (var sequence in options.StopSequences ?? [])
        {
            wire.StopSequences.Add(sequence);
        }

        if (options.ModelId is { } model)
        {
            wire.Patch.Set("$.model"u8, model);
        }
    }

    private void WriteOutput(ChatOptions options, Wire.ChatCompletionOptions wire)
    {
        if (usesMaxTokens && options.MaxOutputTokens is { } most)
        {
            wire.Patch.Set("$.max_tokens"u8, most);
        }
        else
        {
            wire.MaxOutputTokenCount ??= options.MaxOutputTokens;
        }

        wire.ResponseFormat ??= options.ResponseFormat switch
        {
            ChatResponseFormatText => Wire.ChatResponseFormat.CreateTextFormat(),
            ChatResponseFormatJson { Schema: { } schema } json => Wire.ChatResponseFormat.CreateJsonSchemaFormat(
                json.SchemaName ?? "answer", BinaryData.FromString(schema.GetRawText()), json.SchemaDescription, Flag(options.AdditionalProperties)),
            ChatResponseFormatJson => Wire.ChatResponseFormat.CreateJsonObjectFormat(),
            _ => null,
        };
    }

    private static void WriteTools(ChatOptions options, Wire.ChatCompletionOptions wire)
    {
        foreach (var tool in options.Tools ?? [])
        {
            wire.Tools.Add(tool is AIFunctionDeclaration function
                ? Wire.ChatTool.CreateFunctionTool(function.Name, function.Description, BinaryData.FromString(function.JsonSchema.GetRawText()), Flag(function.AdditionalProperties))
                : throw new NotSupportedException($"The tool {tool.Name} is a {tool.GetType().Name}, and the protocol carries functions only: leave it out, or ask another provider"));
        }

        // Servers refuse a choice of tools where there are none.
        if (wire.Tools.Count > 0)
        {
            wire.AllowParallelToolCalls ??= options.AllowMultipleToolCalls;
            wire.ToolChoice ??= options.ToolMode switch
            {
                AutoChatToolMode => Wire.ChatToolChoice.CreateAutoChoice(),
                NoneChatToolMode => Wire.ChatToolChoice.CreateNoneChoice(),
                RequiredChatToolMode { RequiredFunctionName: { } name } => Wire.ChatToolChoice.CreateFunctionChoice(name),
                RequiredChatToolMode => Wire.ChatToolChoice.CreateRequiredChoice(),
                _ => null,
            };
        }
    }

    private static bool? Flag(IReadOnlyDictionary<string, object?>? properties) =>
        properties?.TryGetValue(Strict, out var value) == true && value is bool flag ? flag : null;
}
