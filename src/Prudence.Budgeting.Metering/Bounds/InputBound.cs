using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.Extensions.AI;
using Prudence.Budgeting.Prices;

namespace Prudence.Budgeting.Metering;

/// <summary>Bounds the tokens of a request's input from above by its bytes, and counts what has no such bound.</summary>
internal sealed class InputBound
{
    /// <summary>What providers put around the description of one tool.</summary>
    private const int PerTool = 32;

    /// <summary>What providers tell a model about tools before the first of them. Anthropic states up to 530 tokens, the others less.</summary>
    private const int ToolPreamble = 600;

    /// <summary>The longest form in which an adapter may send a value: indented, and with all but ASCII as escapes.</summary>
    private static readonly JsonSerializerOptions Longest = new(AIJsonUtilities.DefaultOptions) { Encoder = JavaScriptEncoder.Default, WriteIndented = true };

    private InputBound()
    {
    }

    /// <summary>The most tokens of everything that has a bound.</summary>
    public long Tokens { get; private set; } = TokenEstimate.PerMessage;

    /// <summary>Images and other contents whose tokens depend on the provider.</summary>
    public int Attachments { get; private set; }

    /// <summary>What else has no bound, in words; null if there is nothing.</summary>
    public string? Unbounded { get; private set; }

    public static InputBound Of(IEnumerable<ChatMessage> messages, ChatOptions? options)
    {
        var bound = new InputBound();
        foreach (var message in messages)
        {
            bound.Tokens += TokenEstimate.PerMessage;
            bound.AddText(message.AuthorName);
            foreach (var content in message.Contents)
            {
                bound.Add(content);
            }
        }

        bound.Add(options);
        return bound;
    }

    private void Add(AIContent content)
    {
        switch (content)
        {
            case TextContent text:
                AddText(text.Text);
                break;
            case TextReasoningContent reasoning:
                AddText(reasoning.Text);
                AddText(reasoning.ProtectedData);
                break;
            case FunctionCallContent call:
                Tokens += TokenEstimate.PerMessage;
                AddText(call.CallId);
                AddText(call.Name);
                AddJson(call.Arguments);
                break;
            case FunctionResultContent result:
                Tokens += TokenEstimate.PerMessage;
                AddText(result.CallId);
                AddResult(result.Result);
                break;
            case ErrorContent error:
                AddText(error.Message);
                AddText(error.Details);
                break;
            case DataContent data when data.HasTopLevelMediaType("text"):
                Tokens += data.Data.Length;
                break;
            case UsageContent:
                break;
            default:
                Attachments++;
                break;
        }
    }

    private void Add(ChatOptions? options)
    {
        if (options is null)
        {
            return;
        }

        AddText(options.Instructions);
        if (options.ResponseFormat is ChatResponseFormatJson { Schema: { } schema } format)
        {
            Tokens += PerTool;
            AddText(format.SchemaName);
            AddText(format.SchemaDescription);
            AddText(schema.GetRawText());
        }

        if (options.ConversationId is not null)
        {
            Unbounded = "a conversation that the provider keeps";
        }

        Tokens += options.Tools is { Count: > 0 } ? ToolPreamble : 0;
        foreach (var tool in options.Tools ?? [])
        {
            Add(tool);
        }
    }

    private void Add(AITool tool)
    {
        if (tool is not AIFunctionDeclaration function)
        {
            Unbounded = $"the tool {tool.Name}, which the provider runs";
            return;
        }

        Tokens += PerTool;
        AddText(function.Name);
        AddText(function.Description);
        AddText(function.JsonSchema.GetRawText());
    }

    private void AddResult(object? result)
    {
        switch (result)
        {
            case string text:
                AddText(text);
                break;
            case AIContent content:
                Add(content);
                break;
            case IEnumerable<AIContent> contents:
                foreach (var content in contents)
                {
                    Add(content);
                }

                break;
            default:
                AddJson(result);
                break;
        }
    }

    private void AddText(string? text) => Tokens += text is null ? 0 : TokenEstimate.AtMost(text);

    private void AddJson(object? value) => Tokens += JsonSerializer.SerializeToUtf8Bytes(value, Longest.GetTypeInfo(typeof(object))).Length;
}
