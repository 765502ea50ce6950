using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.Extensions.AI;

namespace Prudence.Testing.Tests.Cassettes;

public sealed partial class RequestHashTests
{
    private static readonly Config Seeded = Config.QuickThrowOnFailure.WithReplay(20261128, 7).WithMaxTest(200);
    private static readonly AITool Tool = AIFunctionFactory.CreateDeclaration("f", "d", JsonDocument.Parse("""{"type":"object","properties":{}}""").RootElement);
    private static readonly AITool SameTool = AIFunctionFactory.CreateDeclaration("f", "d", JsonDocument.Parse("""{ "properties": {}, "type": "object" }""").RootElement);

    public static TheoryData<string, ChatOptions> Differing => new()
    {
        { "model", new() { ModelId = "n" } },
        { "temperature", new() { Temperature = 0.1f } },
        { "output", new() { MaxOutputTokens = 3 } },
        { "instructions", new() { Instructions = "x" } },
        { "tool", new() { Tools = [Tool] } },
        { "tool mode", new() { ToolMode = ChatToolMode.RequireAny } },
        { "format", new() { ResponseFormat = ChatResponseFormat.Json } },
        { "reasoning", new() { Reasoning = new() { Effort = ReasoningEffort.High } } },
        { "seed", new() { Seed = 1 } },
        { "stop", new() { StopSequences = ["x"] } },
        { "property", new() { AdditionalProperties = new() { ["user"] = "me" } } },
    };

    [Theory]
    [MemberData(nameof(Differing))]
    public void Whatever_is_asked_counts(string what, ChatOptions options)
    {
        Assert.NotEmpty(what);
        Assert.NotEqual(Hash("Hi"), Hash("Hi", options));
        Assert.Equal(Hash("Hi", options), Hash("Hi", options.Clone()));
    }

    [Fact]
    public void Messages_and_streaming_count()
    {
        Assert.NotEqual(Hash("Hi"), Hash("Ho"));
        Assert.NotEqual(Hash([new(ChatRole.User, "Hi")]), Hash([new(ChatRole.System, "Hi")]));
        Assert.NotEqual(Hash([new(ChatRole.User, "Hi")]), Hash([new(ChatRole.User, "Hi"), new(ChatRole.User, "Hi")]));
        Assert.NotEqual(
            CanonicalRequest.Of([], null, true, null, SecretRedactor.Default).Hash,
            CanonicalRequest.Of([], null, false, null, SecretRedactor.Default).Hash);
    }

    [Fact]
    public void What_is_not_part_of_the_question_does_not_count()
    {
        var message = new ChatMessage(ChatRole.User, "Hi") { MessageId = "x", CreatedAt = DateTimeOffset.UnixEpoch, RawRepresentation = new object() };
        var options = new ChatOptions { RawRepresentationFactory = _ => new object() };

        Assert.Equal(Hash("Hi"), Hash([message], options));
        Assert.Equal(Hash("Hi", new() { Tools = [Tool] }), Hash("Hi", new() { Tools = [SameTool] }));
    }

    [Fact]
    public void Arguments_count_by_value_whatever_their_type()
    {
        static string With(object? arguments) => Hash([new(ChatRole.Assistant, [new FunctionCallContent("c", "f", (IDictionary<string, object?>)arguments!)])]);
        var numbers = new Dictionary<string, object?> { ["a"] = 1, ["b"] = "x", ["c"] = null };
        var elements = JsonSerializer.Deserialize<Dictionary<string, object?>>("""{"b":"x","a":1.0}""");

        Assert.Equal(With(numbers), With(elements));
        Assert.NotEqual(With(numbers), With(new Dictionary<string, object?> { ["a"] = 1.5, ["b"] = "x" }));
    }

    [Theory]
    [InlineData("1", "1.0")]
    [InlineData("100", "1e2")]
    [InlineData("0", "-0.0")]
    [InlineData("0.5", "5e-1")]
    [InlineData("123456789012345678901234567890", "123456789012345678901234567890")]
    public void A_number_has_one_notation(string left, string right) =>
        Assert.Equal(Canonical($"{{\"a\":{left}}}"), Canonical($"{{\"a\":{right}}}"));

    [Fact]
    public void Properties_without_a_plain_form_count_by_their_type()
    {
        static string With(object? value) => Hash("Hi", new() { AdditionalProperties = new() { ["x"] = value } });

        Assert.Equal(With(new MemoryStream()), With(new MemoryStream([1])));
        Assert.NotEqual(With(new MemoryStream()), With((Action)(() => { })));
        Assert.NotEqual(With(new[] { 1, 2 }), With(new[] { 1, 3 }));
        Assert.NotEqual(With(double.NaN), With(1.0));
        Assert.Equal(With(new Dictionary<string, object?> { ["a"] = new[] { "b" } }), With(JsonDocument.Parse("""{"a":["b"]}""").RootElement));
    }

    [Fact]
    public void Content_that_cannot_be_written_is_refused_with_its_message()
    {
        var error = Assert.Throws<ArgumentException>(() => Hash([new(ChatRole.User, "Hi"), new(ChatRole.User, [new FunctionResultContent("c", (Action)(() => { }))])]));

        Assert.StartsWith("Message 2 has content that cannot be written to a cassette: ", error.Message, StringComparison.Ordinal);
    }

    /// <summary>The order in which members are written makes no difference, and what is canonical stays as it is.</summary>
    [Fact]
    public void The_order_of_members_makes_no_difference() => Prop.ForAll<(string Name, int? Value)[]>(static drawn =>
    {
        var members = drawn.Where(static member => member.Name is not null).DistinctBy(static member => member.Name)
            .Select(static member => KeyValuePair.Create(member.Name, member.Value)).ToList();

        static string Text(IEnumerable<KeyValuePair<string, int?>> all) =>
            new JsonObject(all.Select(static member => KeyValuePair.Create(member.Key, (JsonNode?)member.Value))).ToJsonString();

        var canonical = Canonical(Text(members));
        Assert.Equal(canonical, Canonical(Text(members.AsEnumerable().Reverse())));
        Assert.Equal(canonical, Canonical(Text(members.Where(member => member.Value is not null))));
        Assert.Equal(canonical, Canonical(canonical));
    }).Check(Seeded);

    [Fact]
    public void A_hash_has_64_digits() => Assert.Matches(Digits(), Hash("Hi"));

    private static string Canonical(string json) => CanonicalJson.Text(CanonicalJson.Of(JsonNode.Parse(json))!);

    private static string Hash(string text, ChatOptions? options = null) => Hash([new(ChatRole.User, text)], options);

    private static string Hash(ChatMessage[] messages, ChatOptions? options = null) =>
        CanonicalRequest.Of(messages, options, isStreaming: false, "m", SecretRedactor.Default).Hash;

    [GeneratedRegex("^[0-9a-f]{64}$")]
    private static partial Regex Digits();
}
