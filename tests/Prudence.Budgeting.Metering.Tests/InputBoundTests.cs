using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.Extensions.AI;

namespace Prudence.Budgeting.Metering.Tests;

public sealed class InputBoundTests
{
    private const int Frame = 16;

    [Fact]
    public void Every_text_of_a_conversation_counts_by_its_bytes() => Prop.ForAll<NonNull<string>[]>(static texts =>
    {
        var messages = texts.Select(static text => new ChatMessage(ChatRole.User, [new TextContent(text.Get), new TextReasoningContent(text.Get)])).ToList();

        var bound = InputBound.Of(messages, null);

        Assert.Equal(Frame + texts.Sum(static text => Frame + (2L * Encoding.UTF8.GetByteCount(text.Get))), bound.Tokens);
        Assert.Equal(0, bound.Attachments);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Calls_of_tools_and_their_results_count()
    {
        var call = new FunctionCallContent("id-1", "search", new Dictionary<string, object?> { ["words"] = "Gebirge über alles" });
        var result = new FunctionResultContent("id-1", new { height = 8849 });

        var bound = InputBound.Of([new(ChatRole.Assistant, [call]), new(ChatRole.Tool, [result])], null);

        // Indented and with the umlaut as an escape, the longest form it can be sent in.
        var arguments = "{\n  \"words\": \"Gebirge \\u00FCber alles\"\n}".Length;
        var height = "{\n  \"height\": 8849\n}".Length;
        Assert.Equal((5 * Frame) + "id-1search".Length + arguments + "id-1".Length + height, bound.Tokens);
    }

    [Fact]
    public void Instructions_tools_and_schemas_count()
    {
        var tool = AIFunctionFactory.Create(static (string words) => words.Length, "search", "Finds pages.");
        var options = new ChatOptions { Instructions = "Be brief.", Tools = [tool], ResponseFormat = ChatResponseFormat.ForJsonSchema(tool.JsonSchema, "answer") };

        var bound = InputBound.Of([], options);

        Assert.Equal(
            Frame + "Be brief.".Length + 600 + 32 + "searchFinds pages.".Length + tool.JsonSchema.GetRawText().Length + 32 + "answer".Length + tool.JsonSchema.GetRawText().Length,
            bound.Tokens);
    }

    [Fact]
    public void Texts_in_files_count_by_their_bytes_and_pictures_as_attachments()
    {
        var bound = InputBound.Of([new(ChatRole.User, [new DataContent(new byte[77], "text/csv"), new DataContent(new byte[77], "image/png"), new UriContent("https://example.org/a.png", "image/png")])], null);

        Assert.Equal((Frame + Frame + 77, 2), (bound.Tokens, bound.Attachments));
        Assert.Null(bound.Unbounded);
    }

    [Fact]
    public void A_kept_conversation_and_a_hosted_tool_have_no_bound()
    {
        Assert.Contains("conversation", InputBound.Of([], new ChatOptions { ConversationId = "c" }).Unbounded, StringComparison.Ordinal);
        Assert.Contains("web_search", InputBound.Of([], new ChatOptions { Tools = [new HostedWebSearchTool()] }).Unbounded, StringComparison.Ordinal);
    }
}
