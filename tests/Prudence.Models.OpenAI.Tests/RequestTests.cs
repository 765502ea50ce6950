using System.Text.Json;
using Microsoft.Extensions.AI;
using Wire = OpenAI.Chat;

namespace Prudence.Models.OpenAI.Tests;

public sealed class RequestTests
{
    private static readonly AIFunctionDeclaration Tool =
        AIFunctionFactory.CreateDeclaration("weather", "The weather.", JsonDocument.Parse("""{"type":"object","properties":{"city":{"type":"string"}}}""").RootElement);

    [Fact]
    public async Task Options_are_sent()
    {
        var body = await Send([new(ChatRole.User, "Hi")], new()
        {
            ModelId = "other",
            Temperature = 0.5f,
            TopP = 0.25f,
            FrequencyPenalty = 0.125f,
            PresencePenalty = 1,
            Seed = 7,
            MaxOutputTokens = 64,
            StopSequences = ["END"],
            Reasoning = new() { Effort = ReasoningEffort.High },
            Instructions = "Be brief.",
        });

        Assert.Equal("other", body.GetProperty("model").GetString());
        Assert.Equal((0.5, 0.25, 0.125, 1.0), (Number(body, "temperature"), Number(body, "top_p"), Number(body, "frequency_penalty"), Number(body, "presence_penalty")));
        Assert.Equal((7.0, 64.0, "high"), (Number(body, "seed"), Number(body, "max_completion_tokens"), body.GetProperty("reasoning_effort").GetString()));
        Assert.Equal("""["END"]""", body.GetProperty("stop").GetRawText());
        Assert.Equal("""[{"role":"system","content":"Be brief."},{"role":"user","content":"Hi"}]""", body.GetProperty("messages").GetRawText());
        Assert.False(body.TryGetProperty("tools", out _));
    }

    [Fact]
    public async Task Without_options_there_is_only_the_model_and_the_question()
    {
        var body = await Send([new(ChatRole.User, "Hi")]);

        Assert.Equal("""{"messages":[{"role":"user","content":"Hi"}],"model":"gpt-test"}""", body.GetRawText());
    }

    [Fact]
    public async Task The_most_output_has_its_older_name_where_wanted()
    {
        var body = await Send([new(ChatRole.User, "Hi")], new() { MaxOutputTokens = 64 }, usesMaxTokens: true);

        Assert.Equal(64, Number(body, "max_tokens"));
        Assert.False(body.TryGetProperty("max_completion_tokens", out _));
    }

    [Theory]
    [InlineData(ReasoningEffort.None, "none")]
    [InlineData(ReasoningEffort.Low, "low")]
    [InlineData(ReasoningEffort.Medium, "medium")]
    [InlineData(ReasoningEffort.ExtraHigh, "xhigh")]
    public async Task Efforts_have_their_names(ReasoningEffort effort, string name) =>
        Assert.Equal(name, (await Send([new(ChatRole.User, "Hi")], new() { Reasoning = new() { Effort = effort } })).GetProperty("reasoning_effort").GetString());

    [Fact]
    public async Task Tools_are_sent_with_their_schema()
    {
        var body = await Send([new(ChatRole.User, "Hi")], new() { Tools = [Tool], ToolMode = ChatToolMode.RequireSpecific("weather"), AllowMultipleToolCalls = false });

        Assert.Equal(
            """[{"type":"function","function":{"description":"The weather.","name":"weather","parameters":{"type":"object","properties":{"city":{"type":"string"}}}}}]""",
            body.GetProperty("tools").GetRawText());
        Assert.Equal("weather", body.GetProperty("tool_choice").GetProperty("function").GetProperty("name").GetString());
        Assert.False(body.GetProperty("parallel_tool_calls").GetBoolean());
    }

    [Fact]
    public async Task Choices_of_tools_have_their_names()
    {
        foreach (var (mode, name) in new (ChatToolMode, string)[] { (ChatToolMode.Auto, "auto"), (ChatToolMode.None, "none"), (ChatToolMode.RequireAny, "required") })
        {
            Assert.Equal(name, (await Send([new(ChatRole.User, "Hi")], new() { Tools = [Tool], ToolMode = mode })).GetProperty("tool_choice").GetString());
        }
    }

    [Fact]
    public async Task A_schema_for_the_answer_is_sent()
    {
        var schema = JsonDocument.Parse("""{"type":"object"}""").RootElement;

        var body = await Send([new(ChatRole.User, "Hi")], new()
        {
            ResponseFormat = ChatResponseFormat.ForJsonSchema(schema, "reply", "A reply."),
            AdditionalProperties = new() { ["strict"] = true },
        });

        var format = body.GetProperty("response_format");
        Assert.Equal("json_schema", format.GetProperty("type").GetString());
        var inner = format.GetProperty("json_schema");
        Assert.Equal(("reply", "A reply.", true), (inner.GetProperty("name").GetString(), inner.GetProperty("description").GetString(), inner.GetProperty("strict").GetBoolean()));
        Assert.Equal("""{"type":"object"}""", inner.GetProperty("schema").GetRawText());
        Assert.Equal("json_object", (await Send([new(ChatRole.User, "Hi")], new() { ResponseFormat = ChatResponseFormat.Json })).GetProperty("response_format").GetProperty("type").GetString());
    }

    [Fact]
    public async Task A_conversation_with_tools_is_sent_back()
    {
        var body = await Send([
            new(ChatRole.System, "s"),
            new(ChatRole.User, "u") { AuthorName = "ann" },
            new(ChatRole.Assistant, [new TextReasoningContent("hm"), new TextContent("a"), new FunctionCallContent("c1", "weather", new Dictionary<string, object?> { ["city"] = "Bonn" })]),
            new(ChatRole.Tool, [new FunctionResultContent("c1", new { warm = true }), new FunctionResultContent("c2", "text")]),
            new(ChatRole.Assistant, "done"),
        ]);

        Assert.Equal(
            """
            {"role":"system","content":"s"}
            {"role":"user","content":"u","name":"ann"}
            {"role":"assistant","content":"a","tool_calls":[{"id":"c1","type":"function","function":{"name":"weather","arguments":"{\"city\":\"Bonn\"}"}}]}
            {"role":"tool","tool_call_id":"c1","content":"{\"warm\":true}"}
            {"role":"tool","tool_call_id":"c2","content":"text"}
            {"role":"assistant","content":"done"}
            """,
            string.Join('\n', body.GetProperty("messages").EnumerateArray().Select(message => message.GetRawText().Replace("\\u0022", "\\\"", StringComparison.Ordinal))));
    }

    [Fact]
    public async Task Images_are_sent()
    {
        var body = await Send([new(ChatRole.User, [new TextContent("What is it?"), new DataContent(new byte[] { 1, 2 }, "image/png"), new UriContent("https://example.com/a.jpg", "image/jpeg")])]);

        var parts = body.GetProperty("messages")[0].GetProperty("content").EnumerateArray().ToList();
        Assert.Equal(["text", "image_url", "image_url"], parts.Select(part => part.GetProperty("type").GetString()));
        Assert.Equal(
            ["data:image/png;base64,AQI=", "https://example.com/a.jpg"],
            parts.Skip(1).Select(part => part.GetProperty("image_url").GetProperty("url").GetString()));
    }

    [Fact]
    public async Task Raw_options_go_first()
    {
        var body = await Send([new(ChatRole.User, "Hi")], new() { Temperature = 0.5f, MaxOutputTokens = 3, RawRepresentationFactory = _ => new Wire.ChatCompletionOptions { Temperature = 1, EndUserId = "me" } });

        Assert.Equal((1.0, 3.0, "me"), (Number(body, "temperature"), Number(body, "max_completion_tokens"), body.GetProperty("user").GetString()));
    }

    [Fact]
    public async Task What_cannot_be_carried_is_refused_before_anything_is_sent()
    {
        await using var server = new LoopbackServer();
        using var model = Models.At(server);

        var audio = await Assert.ThrowsAsync<NotSupportedException>(() => model.GetResponseAsync([new ChatMessage(ChatRole.User, [new DataContent(new byte[] { 1 }, "audio/wav")])]));
        var search = await Assert.ThrowsAsync<NotSupportedException>(() => model.GetResponseAsync("Hi", new() { Tools = [new HostedWebSearchTool()] }));
        var role = await Assert.ThrowsAsync<NotSupportedException>(() => model.GetResponseAsync([new ChatMessage(new ChatRole("judge"), "Hi")]));

        Assert.Equal("A message has content of type audio/wav, and only text and images are carried: leave it out", audio.Message);
        Assert.Equal("The tool web_search is a HostedWebSearchTool, and the protocol carries functions only: leave it out, or ask another provider", search.Message);
        Assert.Equal("A message has the role 'judge': write system, developer, user, assistant or tool", role.Message);
        Assert.Equal(0, server.Requests);
    }

    private static double Number(JsonElement body, string name) => body.GetProperty(name).GetDouble();

    private static async Task<JsonElement> Send(List<ChatMessage> messages, ChatOptions? options = null, bool usesMaxTokens = false)
    {
        await using var server = new LoopbackServer(CannedAnswer.Json(OpenAIFixtures.Text));
        using var model = Models.At(server, usesMaxTokens);
        await model.GetResponseAsync(messages, options);
        return server.Body(0);
    }
}
