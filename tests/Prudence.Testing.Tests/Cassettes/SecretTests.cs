using System.Text.RegularExpressions;
using Microsoft.Extensions.AI;

namespace Prudence.Testing.Tests.Cassettes;

public sealed class SecretTests : IDisposable
{
    // Made up, and put together so that no scanner takes this file for a leak.
    private static readonly string Key = "sk-" + "proj-abcdefghijklmnop_0123456789";
    private readonly TemporaryFile file = new();

    public static TheoryData<string> KnownKeys =>
    [
        "sk-" + "ant-api03-abcdefghijklmnopqrst", "AIza" + "SyA0123456789abcdefghijklmnopqrstuv", "AKIA" + "ABCDEFGHIJKLMNOP",
        "gh" + "p_0123456789abcdefghijklmnopqrstuvwxyz", "Bear" + "er abcdefghijklmnop", "xox" + "b-1234567890-abcdef",
        "eyJ" + "hbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jVmNHl0w5N",
        "-----BEGIN RSA " + "PRIVATE KEY-----\nabc+/=\n-----END RSA PRIVATE KEY-----",
    ];

    public void Dispose() => file.Dispose();

    [Theory]
    [MemberData(nameof(KnownKeys))]
    public void Texts_that_look_like_keys_go(string key) => Assert.Equal("a [secret], b", SecretRedactor.Default.Redact($"a {key}, b"));

    [Theory]
    [InlineData("ask-me-anything-about-it")]
    [InlineData("task-force-of-the-year-2026")]
    [InlineData("the bearer of bad news")]
    [InlineData("sk-short")]
    public void Ordinary_text_stays(string text) => Assert.Equal(text, SecretRedactor.Default.Redact(text));

    [Fact]
    public void Named_values_and_own_patterns_go()
    {
        var redactor = SecretRedactor.Default.WithValue("SHORT", "hunter2").WithValue("LONG", "hunter2-and-more").WithValue("UNSET", null)
            .WithPattern(new Regex("ID[0-9]+", RegexOptions.NonBacktracking));

        Assert.Equal("[secret:LONG] [secret:SHORT] [secret]", redactor.Redact("hunter2-and-more hunter2 ID77"));
        Assert.Contains("PIN has fewer than 6 characters", Assert.Throws<ArgumentException>(() => redactor.WithValue("PIN", "1234")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_secret_gets_into_the_file_wherever_it_stands()
    {
        using var cassette = await Cassette.OpenAsync(file.Name, new() { Redactor = SecretRedactor.Default.WithValue("MINE", "correct horse").WithMember("x-tenant") });
        var answer = ScriptedAnswer.Saying($"is {Key}").ThenReasoning("correct horse").ThenCalling("f", new Dictionary<string, object?> { ["Authorization"] = "opaque-1", ["key"] = Key });
        var client = new CassetteChatClient(new ScriptedChatClient(answer, answer), cassette, CassetteMode.Record);
        var options = new ChatOptions
        {
            Instructions = $"use {Key}",
            AdditionalProperties = new() { ["headers"] = new Dictionary<string, object?> { ["AUTHORIZATION"] = new[] { "opaque-2" }, ["x-tenant"] = "opaque-3" } },
        };
        List<ChatMessage> messages = [new(ChatRole.User, $"my key {Key}"), new(ChatRole.Tool, [new FunctionResultContent("c", new { password = "opaque-4", note = "correct horse" })])];

        await client.GetResponseAsync(messages, options);
        await Reading.AllOf(client.GetStreamingResponseAsync(messages, options));

        var text = await File.ReadAllTextAsync(file.Name);
        Assert.DoesNotContain(Key, text, StringComparison.Ordinal);
        Assert.DoesNotContain("opaque", text, StringComparison.Ordinal);
        Assert.DoesNotContain("correct horse", text, StringComparison.Ordinal);
        Assert.Contains("my key [secret]", text, StringComparison.Ordinal);
        Assert.Contains("[secret:MINE]", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_secret_that_a_stream_breaks_in_two_goes_as_well()
    {
        using (var cassette = await Cassette.OpenAsync(file.Name))
        {
            var answer = ScriptedAnswer.Saying("it is ", Key[..9], Key[9..], ", keep it");
            await Reading.AllOf(new CassetteChatClient(new ScriptedChatClient(answer), cassette, CassetteMode.Record).GetStreamingResponseAsync("Hi"));
        }

        Assert.DoesNotContain(Key[9..], await File.ReadAllTextAsync(file.Name), StringComparison.Ordinal);
        using var again = await Cassette.OpenAsync(file.Name, new() { ModelId = "scripted" });
        var replayed = await new CassetteChatClient(again).GetStreamingResponseAsync("Hi").ToChatResponseAsync();
        Assert.Equal("it is [secret], keep it", replayed.Text);
    }

    [Fact]
    public async Task Requests_that_differ_in_their_secrets_alone_are_the_same()
    {
        var mine = new CassetteOptions { ModelId = "scripted", Redactor = SecretRedactor.Default.WithValue("TOKEN", "mine-mine-mine") };
        var yours = mine with { Redactor = SecretRedactor.Default.WithValue("TOKEN", "yours-yours") };
        using (var cassette = await Cassette.OpenAsync(file.Name, mine))
        {
            await new CassetteChatClient(new ScriptedChatClient(ScriptedAnswer.Saying("yes")), cassette, CassetteMode.Record).GetResponseAsync("is it mine-mine-mine?");
        }

        using var again = await Cassette.OpenAsync(file.Name, yours);
        Assert.Equal("yes", (await new CassetteChatClient(again).GetResponseAsync("is it yours-yours?")).Text);
    }
}
